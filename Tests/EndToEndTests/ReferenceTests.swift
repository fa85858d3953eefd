import Foundation
import Testing

/// The figures against those of `Reference/reference.py`.
///
/// It reads the same files with PyYAML and computes with numpy, scipy, networkx and exact fractions.
struct ReferenceTests {
  static let runs = [
    "staff-wellbeing", "pupil-safety", "parent-partnership", "staff-wellbeing-rounds",
    "staff-then", "supervision", "trusted-peers-class", "trusted-peers-year",
    "trusted-peers-school", "trusted-peers-rounds", "odd-school-class",
    "odd-school-school", "gaps", "gaps-without-sizes", "gaps-staff-only",
  ]

  /// Members that no second computation can give, by their paths: hashes, dialects and the words for
  /// a reason.
  private static func isUnchecked(_ path: String) -> Bool {
    path.hasSuffix(".hash") || path.hasSuffix(".dialect") || path.hasSuffix("_reason")
      || (path.hasPrefix(".unresolved[") && path.hasSuffix(".reason"))
      || (path.hasPrefix(".change.not_compared[") && path.hasSuffix(".reason"))
  }

  /// Omega is found by iteration, everything else in closed form.
  private static func tolerance(_ name: String) -> Double { name.hasPrefix("omega") ? 1e-6 : 1e-9 }

  @Test(arguments: runs)
  func `every member equals an independent computation`(name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/\(name).json")
    let reference = try JSON(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    let arguments = reference["arguments"].list.compactMap(\.text)
    let found = try SampleRuns.json(arguments).json
    let differences = JSONDifferences(
      between: found, and: reference["expected"], tolerance: Self.tolerance,
      ignoring: Self.isUnchecked)
    #expect(differences.places.isEmpty, "\(differences)")
  }
}
