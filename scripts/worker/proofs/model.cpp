// A long random life of a map, beside the plainest model of it: a vector that is searched.
#include "expect.h"
#include <ankerl/unordered_dense.h>
#include <algorithm>
#include <random>

// A hash with few values, so that probes are long and gaps are closed often.
struct Crowded
{
	uint64_t operator()(uint32_t key) const noexcept { return key % 7; }
};

template<typename Hash>
static void live(uint32_t seed, uint32_t range)
{
	std::mt19937 random(seed);
	ankerl::unordered_dense::map<uint32_t, uint32_t, Hash> map;
	std::vector<std::pair<uint32_t, uint32_t>> model;

	for (uint32_t step = 0; step < 20'000; ++step)
	{
		const uint32_t key = random() % range;
		const auto known =
		  std::find_if(model.begin(), model.end(), [key](auto& entry) { return entry.first == key; });

		EXPECT(map.contains(key) == (known != model.end()));

		if (random() % 2)
		{
			EXPECT(map.emplace(key, step).second == (known == model.end()));

			if (known == model.end())
			{
				model.emplace_back(key, step);
			}
		}
		else
		{
			EXPECT(map.erase(key) == (known == model.end() ? 0 : 1));

			if (known != model.end())
			{
				*known = model.back();
				model.pop_back();
			}
		}

		EXPECT(std::equal(map.begin(), map.end(), model.begin(), model.end()));
	}
}

int main()
{
	for (uint32_t seed = 1; seed <= 8; ++seed)
	{
		live<ankerl::unordered_dense::hash<uint32_t>>(seed, 200);
		live<Crowded>(seed, 60);
	}
}
