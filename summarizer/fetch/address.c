/*
 * Public addresses. In: a socket address about to be connected to. Out: is it of the public internet? The blocks that
 * are not are those of IANA's registries of special-purpose addresses (RFC 6890 and its updates) that are not globally
 * reachable, and multicast. IPv6 addresses that carry an IPv4 one (mapped, compatible, NAT64, 6to4, Teredo) are as
 * public as that one; Teredo's server and 6to4 relays are of no use any more and are refused whole.
 */
#include "fetch/address.h"

#include <netinet/in.h>
#include <string.h>

struct block4 {
	uint32_t prefix;
	int bits;
};

static const struct block4 closed4[] = {
    {0x00000000, 8},  /* this network */
    {0x0a000000, 8},  /* private, RFC 1918 */
    {0x64400000, 10}, /* shared by carriers, RFC 6598 */
    {0x7f000000, 8},  /* loopback */
    {0xa9fe0000, 16}, /* link-local; the clouds' metadata services */
    {0xac100000, 12}, /* private */
    {0xc0000000, 24}, /* IETF protocol assignments */
    {0xc0000200, 24}, /* documentation */
    {0xc0586300, 24}, /* 6to4 relays, deprecated */
    {0xc0a80000, 16}, /* private */
    {0xc6120000, 15}, /* benchmarking, RFC 2544 */
    {0xc6336400, 24}, /* documentation */
    {0xcb007100, 24}, /* documentation */
    {0xe0000000, 4},  /* multicast */
    {0xf0000000, 4},  /* reserved, broadcast */
};

struct block6 {
	unsigned char prefix[8];
	int bits;
};

/* Within 2000::/3; what is outside it is not handed out. */
static const struct block6 closed6[] = {
    {{0x20, 0x01, 0x00}, 23},       /* protocol assignments: Teredo, ORCHID, benchmarking */
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, /* documentation */
    {{0x20, 0x02}, 16},             /* 6to4 */
    {{0x3f, 0xff, 0x00}, 20},       /* documentation, RFC 9637 */
};

static bool is_public4(uint32_t address)
{
	for (size_t i = 0; i < sizeof closed4 / sizeof *closed4; i++)
		if ((address ^ closed4[i].prefix) >> (32 - closed4[i].bits) == 0)
			return false;
	return true;
}

static bool starts6(const unsigned char *address, const unsigned char *prefix, int bits)
{
	int whole = bits / 8, rest = bits % 8;

	return memcmp(address, prefix, (size_t)whole) == 0 &&
	       (!rest || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0);
}

static uint32_t last4(const unsigned char *address)
{
	return (uint32_t)address[12] << 24 | (uint32_t)address[13] << 16 | (uint32_t)address[14] << 8 | address[15];
}

static bool is_public6(const unsigned char *address)
{
	static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
	static const unsigned char nat64[12] = {0x00, 0x64, 0xff, 0x9b};

	if (memcmp(address, mapped, sizeof mapped) == 0 || memcmp(address, nat64, sizeof nat64) == 0)
		return is_public4(last4(address));
	if (address[0] >> 5 != 1)
		return false;
	for (size_t i = 0; i < sizeof closed6 / sizeof *closed6; i++)
		if (starts6(address, closed6[i].prefix, closed6[i].bits))
			return false;
	return true;
}

bool address_is_public(const struct sockaddr *address, socklen_t size)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	if (size >= sizeof v4 && address->sa_family == AF_INET) {
		memcpy(&v4, address, sizeof v4);
		return is_public4(ntohl(v4.sin_addr.s_addr));
	}
	if (size >= sizeof v6 && address->sa_family == AF_INET6) {
		memcpy(&v6, address, sizeof v6);
		return is_public6(v6.sin6_addr.s6_addr);
	}
	return false;
}
