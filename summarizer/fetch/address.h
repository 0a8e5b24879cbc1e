/* Which network addresses a stranger's URL may lead to. */
#ifndef FETCH_ADDRESS_H
#define FETCH_ADDRESS_H

#include "base/text.h"

#include <sys/socket.h>

/* May a connection go there? Only addresses of the public internet pass; other families than IPv4 and IPv6 do not. */
bool address_is_public(const struct sockaddr *address, socklen_t size);

#endif
