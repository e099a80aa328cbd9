// The names libwebrtc takes from this header, given by the standard library.
#pragma once
#include <optional>

namespace absl
{
	using std::nullopt;
	using std::nullopt_t;
	using std::optional;
} // namespace absl
