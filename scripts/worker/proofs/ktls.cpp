// A callback that answers 1 to everything, as the worker's does, no longer turns kernel TLS on.
#include "expect.h"
#include <cstring>
#include <openssl/bio.h>

static int writes = 0;

static long answersOne(BIO*, int operation, const char*, size_t, int, long, int ret, size_t*)
{
	writes += operation == BIO_CB_WRITE ? 1 : 0;

	return operation == BIO_CB_RETURN ? ret : 1;
}

int main()
{
	BIO* bio = BIO_new(BIO_s_mem());

	BIO_set_callback_ex(bio, answersOne);
	EXPECT(BIO_ctrl(bio, BIO_CTRL_GET_KTLS_SEND, 0, nullptr) == 0);
	EXPECT(BIO_ctrl(bio, BIO_CTRL_GET_KTLS_RECV, 0, nullptr) == 0);

	// Everything else goes on as before.
	EXPECT(BIO_ctrl(bio, BIO_CTRL_PENDING, 0, nullptr) == 1);
	BIO_write(bio, "hello", 5);
	EXPECT(writes == 1);
	BIO_free(bio);
}
