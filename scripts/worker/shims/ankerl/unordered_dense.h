// The part of ankerl::unordered_dense that the media worker uses.
//
// Iteration order is part of the contract: the worker iterates its map of certificate
// fingerprints and browsers take the last. So entries lie in one vector in insertion order, and
// erasing moves the last entry into the hole and answers that position, as the original does.
#pragma once
#include <ankerl/dense_index.h>
#include <functional>
#include <initializer_list>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

namespace ankerl::unordered_dense
{
	/** A hash of 64 bits; spreads the standard one, which is the identity for integers. */
	template<typename T>
	struct hash
	{
		using is_avalanching = void;

		uint64_t operator()(const T& value) const noexcept
		{
			return detail::spread(static_cast<uint64_t>(std::hash<T>{}(value)));
		}
	};

	namespace detail
	{
		/** What map and set share: entries in a vector, and an index from key to position. */
		template<typename Entry, typename Key, typename KeyOf, typename Hash, typename Equal>
		class Table
		{
		public:
			using key_type        = Key;
			using value_type      = Entry;
			using size_type       = size_t;
			using difference_type = std::ptrdiff_t;
			using hasher          = Hash;
			using key_equal       = Equal;
			using reference       = Entry&;
			using const_reference = const Entry&;
			using iterator        = typename std::vector<Entry>::iterator;
			using const_iterator  = typename std::vector<Entry>::const_iterator;

			Table() = default;

			Table(std::initializer_list<Entry> entries)
			{
				for (const auto& entry : entries)
				{
					this->insert(entry);
				}
			}

			iterator begin() { return this->entries.begin(); }
			iterator end() { return this->entries.end(); }
			const_iterator begin() const { return this->entries.begin(); }
			const_iterator end() const { return this->entries.end(); }
			const_iterator cbegin() const { return this->entries.cbegin(); }
			const_iterator cend() const { return this->entries.cend(); }

			bool empty() const { return this->entries.empty(); }
			size_t size() const { return this->entries.size(); }

			void clear()
			{
				this->entries.clear();
				this->index.clear();
			}

			void reserve(size_t count)
			{
				this->entries.reserve(count);
			}

			iterator find(const Key& key)
			{
				return this->begin() + static_cast<difference_type>(this->positionOf(key));
			}

			const_iterator find(const Key& key) const
			{
				return this->begin() + static_cast<difference_type>(this->positionOf(key));
			}

			bool contains(const Key& key) const { return this->positionOf(key) != this->size(); }
			size_t count(const Key& key) const { return this->contains(key) ? 1 : 0; }

			std::pair<iterator, bool> insert(const Entry& entry) { return this->add(Entry(entry)); }
			std::pair<iterator, bool> insert(Entry&& entry) { return this->add(std::move(entry)); }

			template<typename... Args>
			std::pair<iterator, bool> emplace(Args&&... args)
			{
				return this->add(Entry(std::forward<Args>(args)...));
			}

			size_t erase(const Key& key)
			{
				const size_t position = this->positionOf(key);

				if (position == this->size())
				{
					return 0;
				}

				this->eraseAt(position);

				return 1;
			}

			/** Answers the same position, where the entry that was last now lies. */
			iterator erase(const_iterator it)
			{
				const auto offset = it - this->cbegin();

				this->eraseAt(static_cast<size_t>(offset));

				return this->begin() + offset;
			}

			iterator erase(iterator it) { return this->erase(const_iterator(it)); }

		protected:
			size_t positionOf(const Key& key) const
			{
				const uint32_t position = this->index.find(
				  this->hashOf(key),
				  [&](uint32_t candidate) { return Equal{}(KeyOf{}(this->entries[candidate]), key); });

				return position == Index::Absent ? this->size() : position;
			}

			std::pair<iterator, bool> add(Entry&& entry)
			{
				const size_t position = this->positionOf(KeyOf{}(entry));

				if (position != this->size())
				{
					return { this->begin() + static_cast<difference_type>(position), false };
				}

				this->entries.push_back(std::move(entry));
				this->index.add(this->hashOf(KeyOf{}(this->entries.back())), static_cast<uint32_t>(position));

				return { this->end() - 1, true };
			}

		private:
			uint64_t hashOf(const Key& key) const { return spread(static_cast<uint64_t>(Hash{}(key))); }

			void eraseAt(size_t position)
			{
				const size_t last = this->size() - 1;

				this->index.remove(
				  this->hashOf(KeyOf{}(this->entries[position])), static_cast<uint32_t>(position));

				if (position != last)
				{
					this->index.move(
					  this->hashOf(KeyOf{}(this->entries[last])),
					  static_cast<uint32_t>(last),
					  static_cast<uint32_t>(position));
					this->entries[position] = std::move(this->entries[last]);
				}

				this->entries.pop_back();
			}

			std::vector<Entry> entries;
			Index index;
		};

		struct First
		{
			template<typename Pair>
			const auto& operator()(const Pair& pair) const
			{
				return pair.first;
			}
		};
	} // namespace detail

	template<typename Key, typename T, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	class map : public detail::Table<std::pair<Key, T>, Key, detail::First, Hash, Equal>
	{
		using Base = detail::Table<std::pair<Key, T>, Key, detail::First, Hash, Equal>;

	public:
		using mapped_type = T;
		using typename Base::iterator;
		using Base::Base;

		template<typename... Args>
		std::pair<iterator, bool> try_emplace(const Key& key, Args&&... args)
		{
			const auto it = this->find(key);

			if (it != this->end())
			{
				return { it, false };
			}

			return this->add({ std::piecewise_construct,
			                   std::forward_as_tuple(key),
			                   std::forward_as_tuple(std::forward<Args>(args)...) });
		}

		template<typename M>
		std::pair<iterator, bool> insert_or_assign(const Key& key, M&& value)
		{
			const auto result = this->try_emplace(key);

			result.first->second = std::forward<M>(value);

			return result;
		}

		T& operator[](const Key& key) { return this->try_emplace(key).first->second; }

		/** @throws std::out_of_range when there is no such key. */
		T& at(const Key& key) { return const_cast<T&>(std::as_const(*this).at(key)); }

		const T& at(const Key& key) const
		{
			const auto it = this->find(key);

			if (it == this->end())
			{
				throw std::out_of_range("ankerl::unordered_dense::map::at(): key not found");
			}

			return it->second;
		}
	};

	template<typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	class set : public detail::Table<Key, Key, std::identity, Hash, Equal>
	{
		using Base = detail::Table<Key, Key, std::identity, Hash, Equal>;

	public:
		using Base::Base;
	};
} // namespace ankerl::unordered_dense
