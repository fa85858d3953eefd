/// The names of what lies in the folder of an audit.
public enum AuditFiles {
  /// The plan, which people write.
  public static let plan = "audit.yaml"
  /// The register of actions, which people write too.
  public static let actions = "actions.yaml"
  /// The school's own instruments.
  public static let instruments = "instruments"
  /// What was printed for others.
  public static let reports = "reports"
  /// How exports were read, by name, for the next time.
  public static let recipes = "recipes"
  /// The file by which processes keep out of each other's way.
  static let lock = ".lock"

  /// The plan before it is whole.
  static let planDraft = plan + ".part"

  /// The files that no report may replace.
  public static var own: [String] { [plan, actions, lock] + databases }

  /// The databases and what SQLite puts beside them.
  static let databases: [String] = DatabaseKind.allCases.flatMap { kind in
    ["", "-wal", "-shm", "-journal"].map { kind.fileName + $0 }
  }
}
