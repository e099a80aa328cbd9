// From a key's hash to the entry's position: open addressing, linear probing, no tombstones.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ankerl::unordered_dense::detail
{
	/** The finaliser of SplitMix64: every bit of the input reaches every bit of the output. */
	inline uint64_t spread(uint64_t x) noexcept
	{
		x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
		x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;

		return x ^ (x >> 31);
	}

	class Index
	{
	public:
		static constexpr uint32_t Absent{ UINT32_MAX };

		Index() = default;
		Index(const Index&) = default;
		Index& operator=(const Index&) = default;

		// A moved-from index is empty, like the entries it belonged to.
		Index(Index&& other) noexcept
		  : slots(std::move(other.slots)), used(std::exchange(other.used, 0))
		{
			other.slots.clear();
		}

		Index& operator=(Index&& other) noexcept
		{
			this->slots = std::move(other.slots);
			this->used  = std::exchange(other.used, 0);
			other.slots.clear();

			return *this;
		}

		/** The position whose hash is this and for which `same` holds, else Absent. */
		template<typename Same>
		uint32_t find(uint64_t hash, Same&& same) const
		{
			if (this->slots.empty())
			{
				return Absent;
			}

			for (size_t i = this->home(hash); this->slots[i].position != Absent; i = this->next(i))
			{
				if (this->slots[i].hash == hash && same(this->slots[i].position))
				{
					return this->slots[i].position;
				}
			}

			return Absent;
		}

		void add(uint64_t hash, uint32_t position)
		{
			// At most half full, so that probes stay short and always meet an empty slot.
			if ((this->used + 1) * 2 > this->slots.size())
			{
				this->grow();
			}

			this->place({ hash, position });
			++this->used;
		}

		void remove(uint64_t hash, uint32_t position)
		{
			size_t hole = this->slotOf(hash, position);

			// Close the gap: pull back whoever would no longer be found past an empty slot.
			for (size_t i = this->next(hole); this->slots[i].position != Absent; i = this->next(i))
			{
				const size_t home = this->home(this->slots[i].hash);

				if (this->distance(home, i) >= this->distance(hole, i))
				{
					this->slots[hole] = this->slots[i];
					hole              = i;
				}
			}

			this->slots[hole] = {};
			--this->used;
		}

		void move(uint64_t hash, uint32_t from, uint32_t to)
		{
			this->slots[this->slotOf(hash, from)].position = to;
		}

		void clear()
		{
			this->slots.clear();
			this->used = 0;
		}

	private:
		struct Slot
		{
			uint64_t hash{ 0 };
			uint32_t position{ Absent };
		};

		size_t home(uint64_t hash) const { return hash & (this->slots.size() - 1); }
		size_t next(size_t i) const { return (i + 1) & (this->slots.size() - 1); }
		size_t distance(size_t from, size_t to) const { return (to - from) & (this->slots.size() - 1); }

		size_t slotOf(uint64_t hash, uint32_t position) const
		{
			size_t i = this->home(hash);

			while (this->slots[i].position != position)
			{
				i = this->next(i);
			}

			return i;
		}

		void place(Slot slot)
		{
			size_t i = this->home(slot.hash);

			while (this->slots[i].position != Absent)
			{
				i = this->next(i);
			}

			this->slots[i] = slot;
		}

		void grow()
		{
			const auto old = std::exchange(
			  this->slots, std::vector<Slot>(this->slots.empty() ? 8 : this->slots.size() * 2));

			for (const auto& slot : old)
			{
				if (slot.position != Absent)
				{
					this->place(slot);
				}
			}
		}

		std::vector<Slot> slots;
		size_t used{ 0 };
	};
} // namespace ankerl::unordered_dense::detail
