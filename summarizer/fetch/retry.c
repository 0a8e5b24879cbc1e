/* Retry-After. In: the field, the time. Out: seconds to wait. Refuses: what is neither digits nor an HTTP date. */
#include "fetch/retry.h"

#include "base/date.h"

int64_t retry_seconds(struct ng_text field, int64_t now)
{
	int64_t seconds = 0;
	struct stamp stamp;
	size_t digits = 0;

	field = text_trim(field);
	while (digits < field.len && field.at[digits] >= '0' && field.at[digits] <= '9') {
		seconds = seconds > RETRY_MOST ? seconds : seconds * 10 + (field.at[digits] - '0');
		digits++;
	}
	if (!digits || digits < field.len) {
		if (!stamp_from_rfc5322(field, &stamp))
			return -1;
		seconds = stamp_to_unix(stamp) - now;
	}
	return seconds < 0 ? 0 : seconds > RETRY_MOST ? RETRY_MOST : seconds;
}
