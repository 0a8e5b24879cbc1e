/*
 * Weights of ranking and selection. Learned by direct search (CMA-ES, Hansen 2001) on the mean of ROUGE-1, -2 and -L F1
 * of the summaries chosen, started from TextRank with centroid and place alone; those of concepts by logistic
 * regression. Texts: 1,024 CNN/DailyMail articles for one document; 1,811 NeuS triplets (HLTCHKUST/framing-bias-metric,
 * MIT) and 100 Vietnamese clusters for several; 500 further stories of these kinds at a small weight. Only these
 * figures are kept, no text. tools/fit_rank.py moves them towards other data.
 */
#include "story/rank_weights.h"

/* clang-format off: one a line */

const struct rank_weights rank_weights_single = {
    .sentence =
	{
	    [RANK_SALIENCE] = 1.091,       [RANK_COMMON] = 0.23,          [RANK_OPENS] = -0.554,
	    [RANK_PLACE_3] = 0.286,        [RANK_PLACE_8] = -0.131,       [RANK_DEPTH] = -0.292,
	    [RANK_LAST] = 0.225,           [RANK_LENGTH] = -0.945,        [RANK_SHORT] = -0.242,
	    [RANK_LONG] = 0.213,           [RANK_FREQUENCY] = 0.362,      [RANK_NOVEL] = 0.217,
	    [RANK_SEEN] = 0.817,           [RANK_LIKE_PREVIOUS] = -0.132, [RANK_LIKE_NEXT] = -0.301,
	    [RANK_OPENS_QUOTE] = -0.318,   [RANK_QUESTION] = -0.073,      [RANK_FIRST_PERSON] = -0.374,
	    [RANK_NUMBERS] = 0.285,        [RANK_CAPITALS] = 0.113,       [RANK_CONCEPT_SALIENCE] = 0.625,
	    [RANK_CONCEPT_PAIRS] = -0.433,
	},
    .concept =
	{
	    [CONCEPT_ONE] = -2.064,
	    [CONCEPT_DENSITY] = 0.269,
	    [CONCEPT_ROWS] = 0.75,
	    [CONCEPT_OPENS] = -0.085,
	    [CONCEPT_PLACE_1] = 0.068,
	    [CONCEPT_PLACE_3] = 0.113,
	    [CONCEPT_PLACE_8] = 0.893,
	    [CONCEPT_DEPTH] = -0.548,
	    [CONCEPT_SALIENCE] = 0.245,
	    [CONCEPT_SALIENCE_MAX] = 0.625,
	    [CONCEPT_CAPITAL] = 0.257,
	    [CONCEPT_NUMBER] = 0.464,
	    [CONCEPT_LETTERS] = -0.343,
	    [CONCEPT_IDF] = -0.533,
	    [CONCEPT_PAIR] = -0.424,
	    [CONCEPT_PAIR_ROWS] = -0.015,
	    [CONCEPT_PAIR_STOP] = -0.407,
	},
    .repetition = 1.218,
    .coverage = 0.734,
    .length_power = 0.865,
    .pair = 1.931,
};

const struct rank_weights rank_weights_multi = {
    .sentence =
	{
	    [RANK_SALIENCE] = 0.914,       [RANK_TITLE] = 0.305,         [RANK_LEAD] = 0.311,
	    [RANK_SUPPORT] = 0.366,        [RANK_OPENS] = -0.233,        [RANK_PLACE_3] = 0.273,
	    [RANK_PLACE_8] = 0.108,        [RANK_PLACE_20] = 0.123,      [RANK_LAST] = -0.091,
	    [RANK_SHORT] = -0.251,         [RANK_FREQUENCY] = -0.182,    [RANK_NOVEL] = 0.425,
	    [RANK_SEEN] = 0.458,           [RANK_LIKE_PREVIOUS] = -0.13, [RANK_LIKE_NEXT] = -0.249,
	    [RANK_QUOTES] = -0.147,        [RANK_OPENS_QUOTE] = -0.363,  [RANK_QUESTION] = -0.364,
	    [RANK_NUMBERS] = 0.148,        [RANK_CAPITALS] = -0.295,     [RANK_CONCEPT_SALIENCE] = -0.071,
	    [RANK_CONCEPT_STEMS] = -0.087, [RANK_CONCEPT_PAIRS] = 0.088,
	},
    .concept =
	{
	    [CONCEPT_ONE] = -6.778,         [CONCEPT_DENSITY] = 0.54,       [CONCEPT_ROWS] = -0.071,
	    [CONCEPT_DOCUMENTS] = 0.998,    [CONCEPT_OPENS] = 1.041,        [CONCEPT_PLACE_1] = -1.419,
	    [CONCEPT_PLACE_3] = 1.261,      [CONCEPT_PLACE_8] = 2.395,      [CONCEPT_DEPTH] = 0.116,
	    [CONCEPT_TITLE] = 0.215,        [CONCEPT_TITLES] = 1.377,       [CONCEPT_SALIENCE] = 1.831,
	    [CONCEPT_SALIENCE_MAX] = 0.198, [CONCEPT_CAPITAL] = 0.352,      [CONCEPT_NUMBER] = 0.21,
	    [CONCEPT_LETTERS] = -0.61,      [CONCEPT_IDF] = 0.536,          [CONCEPT_PAIR] = -0.151,
	    [CONCEPT_PAIR_ROWS] = 0.097,    [CONCEPT_PAIR_PLACE_3] = 0.028, [CONCEPT_PAIR_STOP] = -0.518,
	},
    .repetition = 1.046,
    .coverage = 0.455,
    .length_power = 0.825,
    .pair = 1.858,
};
