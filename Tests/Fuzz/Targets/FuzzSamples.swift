import Diagnostics
import Foundation
import Instruments

@testable import Responses

/// What files are read for: the instruments of the project and a small roll.
enum FuzzSamples {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let rollText = """
    pupil,name,known_as,class,year,left
    P1,Tom Brown,Tommy,5B,5,
    P2,Aisha Khan,,5B,5,
    P3,Mohammed Khan,,5A,5,
    P4,Mohammed Khan,,5B,5,
    P5,Zoë O'Neill,,4A,4,
    P6,Old Boy,Boy,4A,4,1/1/2020

    """
  private static let namesText = """
    pupil,trusted_1,trusted_2,trusted_3
    P1,Tom,=cmd,Mr Jones
    P4,Khan,Xavier Quill,
    P5,Tom,P6,
    Tom,P3,P4,

    """

  /// The survey of the examples of every tool.
  static let survey = instrument("SampleData/dialects/mini-safety.yaml")
  /// The survey that asks for names.
  static let peers = instrument("Instruments/trusted-peers.yaml")
  static let roll: Roll? = {
    var sink = DiagnosticSink()
    return RollImport.read(source(rollText, "roll.csv"), reporting: &sink)
  }()
  /// Names of which some are not certain.
  static let nominations: Nominations? = {
    guard let peers, let roll else { return nil }
    var sink = DiagnosticSink()
    return NominationImport.read(
      source(namesText, "names.csv"), for: peers, on: roll, options: ImportOptions(),
      reporting: &sink)?.nominations
  }()

  private static func source(_ text: String, _ name: String) -> FileSource {
    FileSource(name: name, bytes: Array(text.utf8))
  }

  private static func instrument(_ path: String) -> Instrument? {
    guard let bytes = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
    var sink = DiagnosticSink()
    return InstrumentReader().read([UInt8](bytes), file: path, into: &sink)
  }
}
