/* Weights of the terms: log odds of noise. */
#include "clean/weights.h"

/* clang-format off: one a line */

const double weights_first[TERMS] = {
    [TERM_ONE] = 0,
    [TERM_OPEN] = 1.5,
    [TERM_OPEN + 1] = .5,
    [TERM_STOPPED + 3] = -1.5,
    [TERM_STOPPED + 4] = -2.5,
    [TERM_STOPPED + 5] = -4,
    [TERM_STOPPED + 6] = -5,
    [TERM_COVERED] = 3,
    [TERM_NO_WORD] = 5,
    [TERM_TITLE] = 5,
    [TERM_REPEAT] = 3,
    [TERM_AFTER] = 1,
};
const double weights_second[SECONDS] = {[SECOND_OWN] = 1};
