// The one name libwebrtc takes from this header, given by the standard library.
#pragma once
#include <memory>

namespace absl
{
	using std::make_unique;
}
