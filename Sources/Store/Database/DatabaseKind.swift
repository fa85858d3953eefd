/// Which of the two databases of an audit a file is.
///
/// Nothing joins the two: the first knows who the pupils are, the second what was answered without
/// a name.
enum DatabaseKind: String, Sendable, CaseIterable {
  /// The roll, who named whom, and the answers that are tied to people.
  case identity
  /// The answers that nobody can be tied to, and counts.
  case answers

  var fileName: String { rawValue + ".db" }

  /// What stands at offset 68 of the file: "mhaI" and "mhaA".
  var applicationID: Int32 {
    switch self {
    case .identity: 0x6D68_6149
    case .answers: 0x6D68_6141
    }
  }

  /// The statements of each version of the schema, the first from an empty file.
  var migrations: [String] {
    switch self {
    case .identity: [Schema.intake + Schema.identity, Schema.nameDecisions]
    case .answers: [Schema.intake + Schema.answers]
    }
  }

  /// The newest version that this program knows.
  var version: Int { migrations.count }
}
