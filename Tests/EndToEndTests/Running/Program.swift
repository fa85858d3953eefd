import Foundation
import Synchronization

/// The built program, started as a person starts it.
enum Program {
  /// What a run left behind.
  struct Run: Sendable {
    let status: Int32
    let output: String
    let errors: String

    var json: JSON { get throws { try JSON(output) } }
    var lines: [String] {
      output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
  }

  struct Missing: Error, CustomStringConvertible {
    let description = "no 'mhars' was built; run 'swift build' first, or set MHARS_BINARY"
  }

  /// The top of the checkout, in which every run takes place, so that messages name short paths.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let known = Mutex<[[String]: Run]>([:])

  /// Runs the program; streams go to files, so that no pipe can fill up.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in place: URL = Program.root,
    binary: URL? = Program.binary
  ) throws -> Run {
    guard let binary else { throw Missing() }
    let folder = try Scratch()
    let streams = try (folder.emptyFile("output"), folder.emptyFile("errors"))
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = place
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams.0
    process.standardError = streams.1
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try folder.text("output"),
      errors: try folder.text("errors"))
  }

  /// The same for runs that several tests look at, each of which is made once.
  static func shared(_ arguments: [String]) throws -> Run {
    if let run = known.withLock({ $0[arguments] }) { return run }
    let run = try run(arguments)
    known.withLock { $0[arguments] = run }
    return run
  }

  /// `MHARS_BINARY`, or the program in a folder above the test bundle.
  static let binary: URL? = {
    if let path = ProcessInfo.processInfo.environment["MHARS_BINARY"] {
      return URL(fileURLWithPath: path)
    }
    let starts = CommandLine.arguments.filter { $0.hasPrefix("/") } + [Bundle.main.bundlePath]
    for start in starts {
      var folder = URL(fileURLWithPath: start)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("mhars")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path)
        {
          return candidate
        }
      }
    }
    return nil
  }()
}

/// A folder of its own for one test, removed with the last mention of it.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("mhars-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  func emptyFile(_ name: String) throws -> FileHandle {
    _ = try write([], to: name)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
  }
}
