// The natural limit of an answer: the same JSON written by a plain loop from prepared string views,
// escaping what needs it, into memory that is already there.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace pixii::benchmark {

// Literal text, and strings that need escaping looked for, as views into an answer it holds.
class AnswerPieces {
 public:
  // Cuts an answer at its quotes, so that writing the pieces gives the same text; ends the program
  // if it does not.
  explicit AnswerPieces(std::string_view answer) : answer_(answer) {
    Cut();
    std::string written(SizeMax(), '\0');
    const char* const end = Write(written.data());
    if (std::string_view(written.data(), static_cast<size_t>(end - written.data())) != answer) {
      std::abort();
    }
  }
  AnswerPieces(const AnswerPieces&) = delete;
  AnswerPieces& operator=(const AnswerPieces&) = delete;

  size_t SizeMax() const { return 2 * answer_.size(); }

  // Writes all pieces to `out`, which has room; the end of what was written.
  char* Write(char* out) const {
    for (const Piece& piece : pieces_) {
      if (piece.is_string) {
        out = WriteString(piece.text, out);
        continue;
      }
      std::memcpy(out, piece.text.data(), piece.text.size());
      out += piece.text.size();
    }
    return out;
  }

 private:
  struct Piece {
    std::string_view text;
    bool is_string;
  };

  void Cut() {
    const std::string_view answer = answer_;
    size_t from = 0;
    while (from < answer.size()) {
      const size_t open = answer.find('"', from);
      if (open == std::string_view::npos) break;
      const size_t close = answer.find('"', open + 1);
      pieces_.push_back({answer.substr(from, open + 1 - from), false});
      pieces_.push_back({answer.substr(open + 1, close - open - 1), true});
      const size_t next = answer.find('"', close + 1);
      const size_t end = next == std::string_view::npos ? answer.size() : next;
      pieces_.push_back({answer.substr(close, end - close), false});
      from = end;
    }
  }

  static bool NeedsEscape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  }

  static char* WriteString(std::string_view text, char* out) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
      const char* const clean_end = std::find_if(at, end, NeedsEscape);
      std::memcpy(out, at, static_cast<size_t>(clean_end - at));
      out += clean_end - at;
      at = clean_end;
      if (at == end) break;
      *out++ = '\\';
      *out++ = *at++;
    }
    return out;
  }

  std::string answer_;
  std::vector<Piece> pieces_;
};

}  // namespace pixii::benchmark
