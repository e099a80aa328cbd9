// Iteration is in insertion order; erasing moves the last entry into the hole.
#include "expect.h"
#include <ankerl/unordered_dense.h>
#include <memory>
#include <string>

using ankerl::unordered_dense::map;
using ankerl::unordered_dense::set;

template<typename Map>
static std::string keys(const Map& entries)
{
	std::string all;

	for (const auto& [key, _] : entries)
	{
		all += key;
	}

	return all;
}

int main()
{
	map<std::string, int> letters = { { "d", 1 }, { "a", 2 }, { "c", 3 }, { "a", 9 }, { "b", 4 } };

	EXPECT(keys(letters) == "dacb");
	EXPECT(letters.at("a") == 2);

	// The position stays, and holds the entry that was last.
	auto it = letters.erase(letters.find("a"));

	EXPECT(it == letters.begin() + 1);
	EXPECT(it->first == "b");
	EXPECT(keys(letters) == "dbc");
	it = letters.erase(letters.find("c"));
	EXPECT(it == letters.end());
	EXPECT(letters.erase("d") == 1);
	EXPECT(letters.erase("d") == 0);
	EXPECT(keys(letters) == "b");

	// A key that comes back comes last.
	letters["a"] = 5;
	letters["b"] = 6;
	EXPECT(keys(letters) == "ba");
	EXPECT(!letters.emplace("a", 7).second);
	EXPECT(!letters.try_emplace("a", 7).second);
	EXPECT(letters.at("a") == 5);

	bool threw = false;

	try
	{
		letters.at("z");
	}
	catch (const std::out_of_range&)
	{
		threw = true;
	}

	EXPECT(threw);

	// What was moved away leaves an empty, usable map.
	auto moved = std::move(letters);

	EXPECT(moved.size() == 2);
	EXPECT(letters.empty() && !letters.contains("a")); // NOLINT: that is the point
	letters["x"] = 1;
	EXPECT(keys(letters) == "x");
	moved.clear();
	EXPECT(moved.empty() && !moved.contains("a") && moved.begin() == moved.end());

	map<int, std::unique_ptr<int>> owners;

	owners.emplace(1, std::make_unique<int>(11));
	owners.try_emplace(2, std::make_unique<int>(22));
	owners.erase(1);
	EXPECT(*owners.at(2) == 22);

	set<int> numbers;

	for (const int n : { 5, 3, 5, 8 })
	{
		numbers.insert(n);
	}

	numbers.erase(5);
	EXPECT(numbers.size() == 2 && *numbers.begin() == 8 && *(numbers.begin() + 1) == 3);
}
