#ifndef MHARS_CLIBZIP_SHIM_H
#define MHARS_CLIBZIP_SHIM_H

#include <zip.h>

#endif
