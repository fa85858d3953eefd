import Diagnostics
import Foundation
import Instruments
import Testing

/// The published keys that come with the program.
enum ShippedKeys {
  static let folder = projectFolder.appending(path: "Instruments/keys")

  /// The ids of all keys, sorted.
  static let ids: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func bytes(_ id: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: id + ".yaml")))
  }

  static func read(_ id: String) throws -> Instrument {
    var sink = DiagnosticSink()
    let key = InstrumentReader().read(
      try bytes(id), file: id + ".yaml", isShelved: true, into: &sink)
    let faults = sink.diagnostics.map { "\($0.location) \($0.message.text)" }
    #expect(faults.isEmpty, "\(faults)")
    return try #require(key)
  }
}
