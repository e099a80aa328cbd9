// The libsrtp 3 calls that the media worker makes, answered by the system's libsrtp 2.
//
// Version 2 works in place with int lengths and a policy struct; version 3 has separate input
// and output and an opaque policy. The rest of version 2's header is the same and stays visible.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <vector>

// The names that mean something else in version 3 are moved aside while version 2 is declared.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#ifdef SRTP_LACKS_BUFFER_SMALL
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
#endif
#ifdef SRTP_LACKS_CRYPTEX_ERR
inline constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);
#endif

/** A policy under construction: version 2's struct and the key material it points to. */
struct ConfabSrtpPolicy
{
	srtp2_policy_t v2{};
	std::vector<uint8_t> keyAndSalt;

	~ConfabSrtpPolicy()
	{
		// Through a volatile pointer, so that wiping key material is not optimised away.
		volatile uint8_t* byte = this->keyAndSalt.data();

		for (size_t i = 0; i < this->keyAndSalt.size(); ++i)
		{
			byte[i] = 0;
		}
	}
};

using srtp_policy_t = ConfabSrtpPolicy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) ConfabSrtpPolicy();

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->v2.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto err = srtp_crypto_policy_set_from_profile_for_rtp(&policy->v2.rtp, profile);

	return err ? err : srtp_crypto_policy_set_from_profile_for_rtcp(&policy->v2.rtcp, profile);
}

/** One key without a master key identifier: all that the worker asks for. */
inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLen,
  const uint8_t* salt,
  size_t saltLen,
  const uint8_t* /*mki*/,
  size_t mkiLen)
{
	// Version 2 reads as many bytes as the profile says, so that the lengths are checked here.
	if (mkiLen != 0 || keyLen + saltLen != static_cast<size_t>(policy->v2.rtp.cipher_key_len))
	{
		return srtp_err_status_bad_param;
	}

	policy->keyAndSalt.assign(key, key + keyLen);
	policy->keyAndSalt.insert(policy->keyAndSalt.end(), salt, salt + saltLen);
	policy->v2.key = policy->keyAndSalt.data();

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->v2.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size)
{
	policy->v2.window_size = static_cast<unsigned long>(size);

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->v2));
}

/** @param ssrc in network order, in both versions */
inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

/**
 * Moves the packet to where it shall be, then lets version 2 transform it there.
 *
 * @param growth  the most bytes the transformation may add
 * @param outLen  in: the room at `out`; out: the length of the result
 */
template<typename Transform>
inline srtp_err_status_t ConfabSrtpInPlace(
  const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t growth, Transform&& transform)
{
	if (inLen > INT32_MAX - growth)
	{
		return srtp_err_status_bad_param;
	}

	if (inLen + growth > *outLen)
	{
		return srtp_err_status_buffer_small;
	}

	if (in != out)
	{
		std::memmove(out, in, inLen);
	}

	int length     = static_cast<int>(inLen);
	const auto err = transform(out, &length);

	if (!err)
	{
		*outLen = static_cast<size_t>(length);
	}

	return err;
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLen, uint8_t* srtp, size_t* srtpLen, size_t /*mkiIndex*/)
{
	return ConfabSrtpInPlace(
	  rtp,
	  rtpLen,
	  srtp,
	  srtpLen,
	  SRTP_MAX_TRAILER_LEN,
	  [session](void* packet, int* length) { return srtp_protect(session, packet, length); });
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLen, uint8_t* srtcp, size_t* srtcpLen, size_t /*mkiIndex*/)
{
	return ConfabSrtpInPlace(
	  rtcp,
	  rtcpLen,
	  srtcp,
	  srtcpLen,
	  SRTP_MAX_TRAILER_LEN + sizeof(uint32_t), // the SRTCP index
	  [session](void* packet, int* length) { return srtp_protect_rtcp(session, packet, length); });
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLen, uint8_t* rtp, size_t* rtpLen)
{
	return ConfabSrtpInPlace(
	  srtp,
	  srtpLen,
	  rtp,
	  rtpLen,
	  0,
	  [session](void* packet, int* length) { return srtp_unprotect(session, packet, length); });
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLen, uint8_t* rtcp, size_t* rtcpLen)
{
	return ConfabSrtpInPlace(
	  srtcp,
	  srtcpLen,
	  rtcp,
	  rtcpLen,
	  0,
	  [session](void* packet, int* length) { return srtp_unprotect_rtcp(session, packet, length); });
}
