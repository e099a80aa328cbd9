// Tells OpenSSL the truth about kernel TLS.
//
// The worker's BIO callback answers 1 to every control call once it has returned. An OpenSSL with
// kernel TLS compiled in (Debian's) takes that as "kernel TLS is on" and writes through a null
// buffer at the first DTLS flight. The linker sends the worker's BIO_set_callback_ex here
// (--wrap), and the two kernel TLS questions get the answer the BIO itself gave.
#include <openssl/bio.h>

extern "C" void __real_BIO_set_callback_ex(BIO* bio, BIO_callback_fn_ex callback);

static int callbackSlot()
{
	static const int slot = BIO_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);

	return slot;
}

static long answerTruthfully(
  BIO* bio, int operation, const char* argp, size_t len, int argi, long argl, int ret, size_t* processed)
{
	const auto inner =
	  reinterpret_cast<BIO_callback_fn_ex>(BIO_get_ex_data(bio, callbackSlot()));
	const long answer = inner(bio, operation, argp, len, argi, argl, ret, processed);
	const bool asksForKernelTls = argi == BIO_CTRL_GET_KTLS_SEND || argi == BIO_CTRL_GET_KTLS_RECV;

	if (operation == (BIO_CB_CTRL | BIO_CB_RETURN) && asksForKernelTls)
	{
		return ret;
	}

	return answer;
}

extern "C" void __wrap_BIO_set_callback_ex(BIO* bio, BIO_callback_fn_ex callback)
{
	BIO_set_ex_data(bio, callbackSlot(), reinterpret_cast<void*>(callback));
	__real_BIO_set_callback_ex(bio, callback ? answerTruthfully : nullptr);
}
