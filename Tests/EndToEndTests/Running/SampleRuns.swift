/// The runs over the sample school that many tests look at.
enum SampleRuns {
  static let staff = [
    "analyse", "SampleData/staff-wellbeing.csv", "--instrument", "staff-wellbeing", "--by", "role",
    "--population", "SampleData/staff-counts.csv",
  ]
  static let pupils = [
    "analyse", "SampleData/pupil-safety.csv", "--instrument", "pupil-safety", "--by", "year_group",
    "--population", "SampleData/pupil-counts.csv",
  ]
  static let parents = [
    "analyse", "SampleData/parent-partnership.csv", "--instrument", "parent-partnership", "--by",
    "year_group", "--population", "SampleData/family-counts.csv",
  ]
  static let peers = SampleFile.peers.arguments(reading: SampleFile.peers.path)
  static let sources = ["staff-wellbeing", "pupil-safety", "parent-partnership", "trusted-peers"]
  static let gaps = gaps(of: sources)

  /// Every command that computes, as `make demo` shows them.
  static let all = [staff, pupils, parents, peers, gaps]

  /// The gap table from some of the sample files.
  static func gaps(of sources: [String], folder: String = "SampleData") -> [String] {
    ["gaps"] + sources.map { "\(folder)/\($0).csv" } + sources.flatMap { ["--instrument", $0] }
      + ["staff=42", "pupils=240", "parents=190"].flatMap { ["--population", $0] }
      + ["--roll", "\(folder)/roll.csv"]
  }

  static func text(_ arguments: [String]) throws -> Program.Run {
    try Program.shared(arguments + ["--format", "text"])
  }

  static func json(_ arguments: [String]) throws -> Program.Run {
    try Program.shared(arguments + ["--format", "json"])
  }

  static func csv(_ arguments: [String]) throws -> Program.Run {
    try Program.shared(arguments + ["--format", "csv"])
  }
}
