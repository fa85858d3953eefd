import Diagnostics
import Foundation
import Instruments

/// Checks files of every kind that people write, each once.
struct FileCheck {
  /// The faults so far.
  var console = Console()
  /// How many files were looked at.
  var count: Int { seen.count }

  private var seen: Set<String> = []
  private let frameworks: [Framework]
  private let shelf: InstrumentShelf

  /// Makes a check against the packs of a shelf.
  init(_ shelf: InstrumentShelf) {
    frameworks = shelf.frameworks()
    self.shelf = shelf
  }

  /// Checks one file; a plan with the instruments that it names.
  mutating func check(_ path: String) { check(path, frameworks) }

  private mutating func check(_ path: String, _ frameworks: [Framework]) {
    let shelf = self.shelf
    guard isNew(path), let bytes = shelf.read(path, &console) else { return }
    let isShelved = shelf.isShelved(path)
    switch Kind(path, bytes) {
    case .plan: checkPlan(path, bytes)
    case .framework:
      let reader = FrameworkReader(packs: shelf.packs)
      _ = reader.read(bytes, file: path, isShelved: isShelved, into: &console.sink)
    case .instrument:
      let reader = InstrumentReader(frameworks: frameworks, keys: shelf.keys)
      _ = reader.read(bytes, file: path, isShelved: isShelved, into: &console.sink)
    }
  }

  private mutating func checkPlan(_ path: String, _ bytes: [UInt8]) {
    let folder = (path as NSString).deletingLastPathComponent
    let place = { (name: String) in (folder as NSString).appendingPathComponent(name) }
    let shelf = InstrumentShelf(audit: folder)
    let known = PlanShelf(ids: shelf.instrumentFiles.map(InstrumentShelf.id)) { name in
      // A path from the root of this machine leads nowhere on another.
      guard !name.hasPrefix("/") else { return false }
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: (folder as NSString).appendingPathComponent(name), isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }
    let packs = shelf.frameworks()
    let reader = AuditPlanReader(framework: packs, instruments: known)
    let plan = reader.read(bytes, file: path, into: &console.sink)
    for name in plan?.rounds.flatMap(\.instruments) ?? [] {
      let isPath = AuditPlan.Round.isPath(name)
      if let file = isPath ? place(name) : shelf.path(ofInstrument: name) { check(file, packs) }
    }
  }

  /// Whether a file was not looked at before.
  private mutating func isNew(_ path: String) -> Bool {
    seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted
  }
}

/// What a file that people write holds.
private enum Kind {
  case plan, framework, instrument

  /// The kind of a file by its name and the keys at its left margin.
  ///
  /// Plans have `rounds`, packs `components` and instruments `sections`; plans may name
  /// `components` too.
  init(_ path: String, _ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let isPlan = (path as NSString).lastPathComponent == "audit.yaml"
    if isPlan || lines.contains(where: { $0.hasPrefix("rounds:") }) {
      self = .plan
    } else if lines.contains(where: { $0.hasPrefix("components:") }) {
      self = .framework
    } else {
      self = .instrument
    }
  }
}
