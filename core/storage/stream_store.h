// All streams of a database, living and ended. Part of its value.
#pragma once

namespace pixii {

class StreamStore {};

}  // namespace pixii
