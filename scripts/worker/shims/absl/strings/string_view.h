// The one name libwebrtc takes from this header, given by the standard library.
#pragma once
#include <string_view>

namespace absl
{
	using std::string_view;
}
