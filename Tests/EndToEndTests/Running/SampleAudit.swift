import Foundation

/// The audit of the sample school in a folder of its own, beside the sample files.
final class SampleAudit: Sendable {
  /// The day on which everything is done.
  static let today = ["MHARS_TODAY": "2026-11-20"]
  /// The audit that tests share which only read it.
  static let shared = Result { try SampleAudit() }

  private let scratch: Scratch
  let name = "larkfield"

  /// A folder with the sample files and, unless it is to be empty, a copy of the audit.
  init(isEmpty: Bool = false) throws {
    scratch = try Self.beside()
    if isEmpty { return }
    let model = try Self.model.get()
    try FileManager.default.copyItem(
      atPath: model.path(name), toPath: scratch.path(name))
  }

  /// The audit as it is when the school has taken everything in, made once for all tests.
  private static let model = Result { () throws -> Scratch in
    let audit = try SampleAudit(isEmpty: true)
    try audit.done([
      "init", audit.name, "--school", "Larkfield Primary", "--phase", "primary", "--round",
      "autumn-2026", "--staff", "42", "--parents", "190",
    ])
    try audit.done(["roll", "import", "SampleData/roll.csv"] + audit.audit)
    for (audience, file) in [("staff", "staff-counts"), ("parents", "family-counts")] {
      try audit.done(
        ["roll", "import", "SampleData/\(file).csv", "--audience", audience] + audit.audit)
    }
    for source in SampleRuns.sources {
      try audit.done(
        ["import", "SampleData/\(source).csv", "--instrument", source] + audit.audit)
    }
    return audit.scratch
  }

  private static func beside() throws -> Scratch {
    let scratch = try Scratch()
    for folder in ["SampleData", "Instruments"] {
      try FileManager.default.createSymbolicLink(
        at: scratch.url.appending(path: folder),
        withDestinationURL: Program.root.appending(path: folder))
    }
    return scratch
  }

  var audit: [String] { ["--audit", name] }

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  private func done(_ arguments: [String]) throws {
    let run = try run(arguments)
    guard run.status == 0 else { throw Failed(description: "\(arguments): \(run.errors)") }
  }

  /// Runs a command beside the audit.
  func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(arguments, environment: Self.today, in: scratch.url)
  }

  func path(_ file: String) -> String { scratch.path(file) }

  func write(_ text: String, to file: String) throws -> String { try scratch.write(text, to: file) }
}
