// A packet that is protected by one side comes out of the other as it was, in every profile that
// browsers may choose; what is wrong is refused.
#include "expect.h"
#include <arpa/inet.h>
#include <numeric>
#include <srtp.h>

using Bytes = std::vector<uint8_t>;

static constexpr uint32_t Ssrc{ 0x01020304 };

static Bytes ramp(size_t size, uint8_t from)
{
	Bytes bytes(size);
	std::iota(bytes.begin(), bytes.end(), from);

	return bytes;
}

static Bytes rtp(uint8_t seq)
{
	Bytes packet = { 0x80, 96, 0, seq, 0, 0, 0, 1, 1, 2, 3, 4 };
	const Bytes payload = ramp(1'188, seq);

	packet.insert(packet.end(), payload.begin(), payload.end());

	return packet;
}

static Bytes rtcp()
{
	return { 0x80, 200, 0, 6, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
}

static srtp_t session(srtp_profile_t profile, srtp_ssrc_type_t direction, uint8_t keyFrom)
{
	const size_t keyLen  = srtp_profile_get_master_key_length(profile);
	const size_t saltLen = srtp_profile_get_master_salt_length(profile);
	const Bytes key      = ramp(keyLen + saltLen, keyFrom);
	srtp_policy_t policy{ nullptr };
	srtp_t made{ nullptr };

	EXPECT(srtp_policy_create(&policy) == srtp_err_status_ok);
	EXPECT(srtp_policy_set_ssrc(policy, { direction, 0 }) == srtp_err_status_ok);
	EXPECT(srtp_policy_set_profile(policy, profile) == srtp_err_status_ok);
	EXPECT(
	  srtp_policy_add_key(policy, key.data(), keyLen - 1, key.data() + keyLen, saltLen, nullptr, 0) ==
	  srtp_err_status_bad_param);
	EXPECT(
	  srtp_policy_add_key(policy, key.data(), keyLen, key.data() + keyLen, saltLen, nullptr, 0) ==
	  srtp_err_status_ok);
	EXPECT(srtp_policy_set_allow_repeat_tx(policy, true) == srtp_err_status_ok);
	EXPECT(srtp_policy_set_window_size(policy, 1024) == srtp_err_status_ok);
	EXPECT(srtp_create(&made, policy) == srtp_err_status_ok);
	srtp_policy_destroy(policy);

	return made;
}

static Bytes protect(srtp_t sender, const Bytes& packet)
{
	Bytes out(packet.size() + SRTP_MAX_TRAILER_LEN);
	size_t length = out.size();

	EXPECT(srtp_protect(sender, packet.data(), packet.size(), out.data(), &length, 0) == srtp_err_status_ok);
	out.resize(length);

	return out;
}

static void roundTrip(srtp_profile_t profile)
{
	srtp_t sender   = session(profile, ssrc_any_outbound, 1);
	srtp_t receiver = session(profile, ssrc_any_inbound, 1);
	srtp_t stranger = session(profile, ssrc_any_inbound, 2);

	for (uint8_t seq = 1; seq <= 50; ++seq)
	{
		const Bytes plain = rtp(seq);
		Bytes packet      = protect(sender, plain);
		Bytes overheard   = packet;
		size_t length     = packet.size();

		// The header stays readable, the payload does not; what was given is left alone.
		EXPECT(plain == rtp(seq));
		EXPECT(packet.size() > plain.size());
		EXPECT(std::equal(plain.begin(), plain.begin() + 12, packet.begin()));
		EXPECT(!std::equal(plain.begin() + 12, plain.end(), packet.begin() + 12));

		// A retransmission of the same packet is the same bytes.
		EXPECT(protect(sender, plain) == packet);

		size_t heard = overheard.size();
		EXPECT(
		  srtp_unprotect(stranger, overheard.data(), overheard.size(), overheard.data(), &heard) ==
		  srtp_err_status_auth_fail);

		Bytes again = packet;
		EXPECT(
		  srtp_unprotect(receiver, packet.data(), packet.size(), packet.data(), &length) ==
		  srtp_err_status_ok);
		packet.resize(length);
		EXPECT(packet == plain);

		length = again.size();
		EXPECT(
		  srtp_unprotect(receiver, again.data(), again.size(), again.data(), &length) ==
		  srtp_err_status_replay_fail);
	}

	const Bytes report = rtcp();
	Bytes wire(report.size() + SRTP_MAX_TRAILER_LEN + 4);
	size_t length = wire.size();

	EXPECT(
	  srtp_protect_rtcp(sender, report.data(), report.size(), wire.data(), &length, 0) ==
	  srtp_err_status_ok);
	wire.resize(length);

	Bytes back(wire.size());
	length = back.size();
	EXPECT(
	  srtp_unprotect_rtcp(receiver, wire.data(), wire.size(), back.data(), &length) ==
	  srtp_err_status_ok);
	back.resize(length);
	EXPECT(back == report);

	// Too small an output is refused before anything is written.
	Bytes small(report.size());
	length = small.size();
	EXPECT(
	  srtp_protect_rtcp(sender, report.data(), report.size(), small.data(), &length, 0) ==
	  srtp_err_status_buffer_small);
	EXPECT(small == Bytes(report.size()));

	EXPECT(srtp_stream_remove(sender, htonl(Ssrc)) == srtp_err_status_ok);
	EXPECT(srtp_stream_remove(sender, htonl(Ssrc)) == srtp_err_status_no_ctx);

	for (srtp_t each : { sender, receiver, stranger })
	{
		EXPECT(srtp_dealloc(each) == srtp_err_status_ok);
	}
}

int main()
{
	EXPECT(srtp_init() == srtp_err_status_ok);

	for (const auto profile : { srtp_profile_aead_aes_256_gcm,
	                            srtp_profile_aead_aes_128_gcm,
	                            srtp_profile_aes128_cm_sha1_80,
	                            srtp_profile_aes128_cm_sha1_32 })
	{
		roundTrip(profile);
	}

	EXPECT(srtp_shutdown() == srtp_err_status_ok);
}
