// The meters of all tables and global indexes of a database. Part of its value.
#pragma once

namespace pixii {

class Meters {};

}  // namespace pixii
