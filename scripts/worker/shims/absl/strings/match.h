// libwebrtc includes this header; these are its common names, given by the standard library.
#pragma once
#include <absl/strings/string_view.h>

namespace absl
{
	inline bool StartsWith(string_view text, string_view prefix)
	{
		return text.starts_with(prefix);
	}

	inline bool EndsWith(string_view text, string_view suffix)
	{
		return text.ends_with(suffix);
	}

	inline bool StrContains(string_view haystack, string_view needle)
	{
		return haystack.find(needle) != string_view::npos;
	}
} // namespace absl
