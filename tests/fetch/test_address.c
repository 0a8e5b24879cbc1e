/* Addresses: each block of IANA's registries at its first and last address, and the addresses just outside. */
#include "unit/test.h"

#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

static bool is_public(const char *text)
{
	struct sockaddr_in v4 = {.sin_family = AF_INET};
	struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
	struct sockaddr_storage storage = {0};

	if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
		memcpy(&storage, &v4, sizeof v4);
		return address_is_public((struct sockaddr *)&storage, sizeof v4);
	}
	assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
	memcpy(&storage, &v6, sizeof v6);
	return address_is_public((struct sockaddr *)&storage, sizeof v6);
}

static void test_closed(void **state)
{
	static const char *const closed[] = {
	    "0.0.0.0",
	    "0.255.255.255",
	    "10.0.0.0",
	    "10.255.255.255",
	    "100.64.0.0",
	    "100.127.255.255",
	    "127.0.0.1",
	    "127.255.255.255",
	    "169.254.0.0",
	    "169.254.169.254",
	    "169.254.255.255",
	    "172.16.0.0",
	    "172.31.255.255",
	    "192.0.0.0",
	    "192.0.0.255",
	    "192.0.2.1",
	    "192.88.99.1",
	    "192.168.0.0",
	    "192.168.255.255",
	    "198.18.0.0",
	    "198.19.255.255",
	    "198.51.100.7",
	    "203.0.113.255",
	    "224.0.0.1",
	    "239.255.255.255",
	    "240.0.0.0",
	    "255.255.255.255",
	    "::",
	    "::1",
	    "::127.0.0.1",
	    "::8.8.8.8",
	    "::ffff:10.0.0.1",
	    "::ffff:127.0.0.1",
	    "64:ff9b::7f00:1",
	    "64:ff9b::a9fe:a9fe",
	    "64:ff9b:1::1",
	    "100::1",
	    "2001::1",
	    "2001:1ff:ffff::",
	    "2001:db8::1",
	    "2001:db8:ffff::",
	    "2002:808:808::1",
	    "3fff::1",
	    "3fff:fff::1",
	    "fc00::1",
	    "fdff:ffff::1",
	    "fe80::1",
	    "febf::1",
	    "fec0::1",
	    "ff02::1",
	    "4000::1",
	    "1fff:ffff::1",
	    "2001:0:7f00:1::",
	};

	(void)state;
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		if (is_public(closed[i]))
			fail_msg("%s passes", closed[i]);
}

static void test_open(void **state)
{
	static const char *const open[] = {
	    "1.0.0.0",     "9.255.255.255",   "11.0.0.0",    "100.63.255.255", "100.128.0.0",    "126.255.255.255",
	    "128.0.0.0",   "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",     "192.0.1.0",
	    "192.0.3.0",   "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",     "203.0.112.255",
	    "203.0.114.0", "223.255.255.255", "2000::1",     "2001:200::1",    "2001:db7::1",    "2001:db9::1",
	    "2003::1",     "2a00:1450::1",    "3ffe::1",     "3fff:1000::1",   "::ffff:8.8.8.8", "64:ff9b::808:808",
	};

	(void)state;
	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		if (!is_public(open[i]))
			fail_msg("%s does not pass", open[i]);
}

static void test_other_families(void **state)
{
	struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x08080808)};
	struct sockaddr other = {.sa_family = AF_UNIX};

	(void)state;
	assert_true(address_is_public((struct sockaddr *)&v4, sizeof v4));
	assert_false(address_is_public((struct sockaddr *)&v4, sizeof v4 - 1));
	assert_false(address_is_public(&other, sizeof other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_closed),
	    cmocka_unit_test(test_open),
	    cmocka_unit_test(test_other_families),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
