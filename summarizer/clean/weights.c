/*
 * What each term adds to the log odds of noise. Set by hand first, then moved by logistic regression with a ridge
 * (tools/fit_clean.py) on 77 pages of scrapinghub/article-extraction-benchmark (MIT) as five extractors leave them and
 * on 126 news articles that are body throughout. Only these figures are kept, no text.
 */
#include "clean/weights.h"

/* clang-format off: one a line */

const double noise_weights[TERMS] = {
    [TERM_ONE] = -0.59,         [TERM_OPEN] = 1.75,          [TERM_OPEN + 1] = 1.22,     [TERM_OPEN + 2] = 0.33,
    [TERM_OPEN + 3] = 0.85,     [TERM_OPEN + 4] = 1.06,      [TERM_OPEN + 5] = 0.64,     [TERM_OPEN + 6] = -0.91,
    [TERM_STOPPED] = 1.81,      [TERM_STOPPED + 1] = -0.24,  [TERM_STOPPED + 2] = -2.40, [TERM_STOPPED + 3] = -3.09,
    [TERM_STOPPED + 4] = -2.32, [TERM_STOPPED + 5] = -2.56,  [TERM_STOPPED + 6] = -3.36, [TERM_CUE + 4] = 1.00,
    [TERM_CUE + 5] = 3.00,      [TERM_CUE + 6] = 2.99,       [TERM_CUE + 7] = 0.52,      [TERM_CUE + 8] = 1.50,
    [TERM_CUE + 9] = 1.04,      [TERM_CUE + 10] = 1.65,      [TERM_CUE + 11] = 3.00,     [TERM_CUE + 12] = 2.95,
    [TERM_CUE + 13] = 4.06,     [TERM_CUE + 14] = 2.51,      [TERM_CUE + 15] = 2.04,     [TERM_CUE + 16] = 1.73,
    [TERM_CUE + 17] = 2.97,     [TERM_CUE + 18] = 3.03,      [TERM_CUE + 19] = 3.04,     [TERM_CUE + 20] = 4.00,
    [TERM_CUE + 24] = 1.44,     [TERM_CUE + 25] = 2.51,      [TERM_CUE + 26] = 2.93,     [TERM_CUE + 27] = 3.96,
    [TERM_CUE + 28] = 1.32,     [TERM_CUE + 29] = 1.53,      [TERM_CUE + 30] = 1.92,     [TERM_CUE + 31] = 4.08,
    [TERM_CUE + 32] = 3.01,     [TERM_CUE + 33] = 3.00,      [TERM_CUE + 34] = 4.00,     [TERM_CUE + 35] = 1.02,
    [TERM_CUE + 36] = 1.56,     [TERM_CUE + 37] = 3.04,      [TERM_CUE + 38] = 5.04,     [TERM_CUE + 39] = 3.90,
    [TERM_CUE + 40] = 3.70,     [TERM_CUE + 41] = 4.00,      [TERM_CUE + 42] = -0.57,    [TERM_CUE + 43] = 0.52,
    [TERM_CUE + 44] = 1.01,     [TERM_CUE + 45] = -0.10,     [TERM_CUE + 46] = 1.04,     [TERM_CUE + 47] = 0.07,
    [TERM_CUE + 48] = 2.90,     [TERM_CUE + 51] = 0.99,      [TERM_CUE + 52] = 0.17,     [TERM_CUE + 53] = 2.00,
    [TERM_CUE + 54] = 2.92,     [TERM_CUE + 55] = 3.02,      [TERM_CUE + 57] = 0.50,     [TERM_CUE + 58] = 0.97,
    [TERM_CUE + 59] = -0.17,    [TERM_CUE + 60] = 1.96,      [TERM_CUE + 61] = 3.00,     [TERM_CUE + 62] = 4.00,
    [TERM_CUE + 63] = 2.51,     [TERM_CUE + 64] = 2.01,      [TERM_CUE + 65] = 1.00,     [TERM_CUE + 66] = 3.00,
    [TERM_CUE + 67] = 3.00,     [TERM_CUE + 68] = 3.00,      [TERM_CUE + 69] = 4.00,     [TERM_CUE + 70] = 2.75,
    [TERM_CUE + 71] = 2.95,     [TERM_CUE + 72] = 2.07,      [TERM_CUE + 73] = 5.05,     [TERM_CUE + 74] = 4.00,
    [TERM_CUE + 75] = 3.89,     [TERM_CUE + 76] = 4.00,      [TERM_CUE + 77] = 1.00,     [TERM_CUE + 78] = 1.00,
    [TERM_CUE + 79] = 1.00,     [TERM_CUE + 80] = 3.26,      [TERM_CUE + 81] = 3.00,     [TERM_CUE + 82] = 2.91,
    [TERM_CUE + 83] = 4.00,     [TERM_COVERED] = -0.28,      [TERM_ELLIPSIS] = 0.27,     [TERM_COLON] = -0.60,
    [TERM_QUESTION] = 0.20,     [TERM_BULLET] = 0.37,        [TERM_BRACKETS] = -2.48,    [TERM_QUOTED] = -1.19,
    [TERM_LOWER] = 1.98,        [TERM_BAR] = 1.94,           [TERM_COPYRIGHT] = 1.68,    [TERM_ADDRESS] = 0.60,
    [TERM_HANDLE] = 0.22,       [TERM_SLASH] = 0.91,         [TERM_MARKUP] = 1.53,       [TERM_DATE] = 0.11,
    [TERM_CLOCK] = 2.02,        [TERM_ALL_DATE] = 2.85,      [TERM_INNER_STOP] = -0.08,  [TERM_SHOUT] = 0.30,
    [TERM_NUMBERED] = -1.05,    [TERM_ARROW] = 0.01,         [TERM_DASH_NAME] = -1.46,   [TERM_INNER_QUOTE] = -0.97,
    [TERM_GLUED] = 0.53,        [TERM_NO_WORD] = 4.20,       [TERM_RULE] = -2.93,        [TERM_NUMBERS] = 0.51,
    [TERM_CAPITALS] = 0.64,     [TERM_NAMES] = 0.97,         [TERM_FEW_STOPS] = 0.80,    [TERM_NO_STOPS] = -0.78,
    [TERM_TITLE] = 4.18,        [TERM_TITLE_LIKE] = 0.01,    [TERM_REPEAT] = 1.27,       [TERM_KNOWN] = -0.64,
    [TERM_STRANGE] = 0.59,      [TERM_STRANGE_PROSE] = 0.08, [TERM_FIRST] = 0.05,        [TERM_LAST] = 0.37,
    [TERM_BEFORE] = 0.99,       [TERM_AFTER] = -0.63,        [TERM_FAR_AFTER] = 0.72,    [TERM_FIRST_PROSE] = 0.85,
    [TERM_LAST_PROSE] = 0.35,   [TERM_AFTER_PROSE] = -0.04,  [TERM_BEFORE_PROSE] = 0.13, [TERM_BETWEEN_PROSE] = -1.08,
    [TERM_RUN_2] = -0.52,       [TERM_RUN_3] = -0.11,        [TERM_RUN_6] = -0.28,       [TERM_AFTER_COLON] = -1.01,
    [TERM_LIKE_LAST] = -0.48,   [TERM_LOUD] = 1.52,          [TERM_PLACED] = 0.76,       [TERM_PLACED + 1] = 0.50,
    [TERM_PLACED + 2] = -0.26,  [TERM_PLACED + 3] = 0.13,    [TERM_PLACED + 4] = -1.01,  [TERM_PLACED + 5] = -0.19,
    [TERM_PLACED + 6] = 0.49,   [TERM_PLACED + 7] = -0.81,   [TERM_PLACED + 8] = -0.05,  [TERM_PLACED + 9] = -0.18,
    [TERM_PLACED + 10] = -0.90, [TERM_PLACED + 11] = -0.64,  [TERM_PLACED + 12] = -0.27, [TERM_PLACED + 13] = -0.72,
    [TERM_PLACED + 14] = 1.23,  [TERM_PLACED + 15] = 0.84,   [TERM_BY_CREDIT] = 2.32,    [TERM_OF_CREDIT] = 0.03,
    [TERM_NEXT_CUE] = 0.74,     [TERM_LAST_CUE] = 1.31,      [TERM_UNDER_CUE] = 1.74,    [TERM_UNDER_CUE_PROSE] = 1.31,
    [TERM_PARALLEL] = 0.02,
};
