/* The learned weights of the terms of clean/terms.h; weights.c says where they come from. */
#ifndef CLEAN_WEIGHTS_H
#define CLEAN_WEIGHTS_H

#include "clean/terms.h"

extern const double noise_weights[TERMS];

#endif
