#ifndef MHARS_CLIBCSV_SHIM_H
#define MHARS_CLIBCSV_SHIM_H

#include <csv.h>

#endif
