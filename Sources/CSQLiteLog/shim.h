#ifndef MHARS_CSQLITELOG_SHIM_H
#define MHARS_CSQLITELOG_SHIM_H

#include <sqlite3.h>

/* sqlite3_db_config takes a variable number of arguments, which Swift cannot pass. */
static inline int mhars_keep_log(sqlite3 *db, int is_kept) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_kept, (int *)0);
}

#endif
