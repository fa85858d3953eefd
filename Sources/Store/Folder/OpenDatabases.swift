import Synchronization

/// The databases of an audit that a command has opened: each is checked once, however often it is
/// asked for.
final class OpenDatabases: Sendable {
  private let known = Mutex<[DatabaseKind: AuditDatabase]>([:])

  /// The database that is open, or the one that `open` gives.
  func database(_ kind: DatabaseKind, open: () throws -> AuditDatabase) throws -> AuditDatabase {
    try known.withLock { known in
      if let database = known[kind] { return database }
      let database = try open()
      known[kind] = database
      return database
    }
  }
}
