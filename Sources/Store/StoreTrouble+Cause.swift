import GRDB
import Glibc

extension StoreTrouble {
  /// The trouble behind an error of the database.
  static func of(_ error: any Error, file: String) -> StoreTrouble {
    if let trouble = error as? StoreTrouble { return trouble }
    guard let error = error as? DatabaseError else {
      return .failed(file: file, reason: "it could not be read or written")
    }
    switch error.resultCode {
    case .SQLITE_FULL: return .diskFull(file: file)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: return .notWritable(file: file)
    case .SQLITE_CORRUPT: return .damaged(file: file)
    case .SQLITE_NOTADB: return .foreign(file: file)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(folder: file, process: nil)
    case .SQLITE_IOERR: return .failed(file: file, reason: "the disk did not do what was asked")
    case .SQLITE_NOMEM: return .failed(file: file, reason: "there is not enough memory")
    // Only writing meets a constraint, and what is in the file has been checked by then: what was to
    // be written is at fault.
    case .SQLITE_CONSTRAINT:
      return .failed(file: file, reason: "what was to be written does not go with what is there")
    // A statement that no longer fits the tables: the file is not what was written.
    case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH:
      return .damaged(file: file)
    default: return .failed(file: file, reason: "the database could not be read or written")
    }
  }

  /// The trouble behind an error number of the system.
  static func of(errno code: Int32, file: String) -> StoreTrouble {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(file: file)
    case EACCES, EPERM, EROFS: .notWritable(file: file)
    default: .failed(file: file, reason: String(cString: strerror(code)))
    }
  }
}
