import Diagnostics
import Foundation
import Instruments
import Store

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
    case .actions: checkActions(path, bytes)
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
    let isAudit = (path as NSString).lastPathComponent == AuditFiles.plan
    let actions = place(AuditFiles.actions)
    if isAudit, FileManager.default.fileExists(atPath: actions) { check(actions, packs) }
  }

  /// Checks a register of actions against the plan beside it, if there is one; its evidence is in the
  /// databases, which `mhars actions` opens.
  private mutating func checkActions(_ path: String, _ bytes: [UInt8]) {
    let folder = (path as NSString).deletingLastPathComponent
    let shelf = InstrumentShelf(audit: folder)
    var quiet = Console()
    let planPath = (folder as NSString).appendingPathComponent(AuditFiles.plan)
    let plan =
      FileManager.default.fileExists(atPath: planPath)
      ? shelf.read(planPath, &quiet).flatMap {
        AuditPlanReader().read($0, file: planPath, into: &quiet.sink)
      } : nil
    let instruments = plan?.rounds.flatMap(\.instruments).compactMap { name in
      let isPath = AuditPlan.Round.isPath(name)
      return shelf.instrument(
        isPath ? (folder as NSString).appendingPathComponent(name) : name, &quiet)
    }
    let framework = plan.flatMap { plan in shelf.frameworks().first { $0.id == plan.framework } }
    // What the plan or an instrument has of faults is told of those files.
    let reader = ActionRegisterReader(
      framework: framework, plan: plan, instruments: quiet.sink.hasErrors ? nil : instruments)
    _ = reader.read(bytes, file: path, into: &console.sink)
  }

  /// Whether a file was not looked at before.
  private mutating func isNew(_ path: String) -> Bool {
    seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted
  }
}

/// What a file that people write holds.
private enum Kind {
  case plan, actions, framework, instrument

  /// The kind of a file by its name and the keys at its left margin.
  ///
  /// Plans have `rounds`, registers `actions`, packs `components` and instruments `sections`; plans may name
  /// `components` too.
  init(_ path: String, _ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let name = (path as NSString).lastPathComponent
    let isPlan = name == AuditFiles.plan
    if isPlan || lines.contains(where: { $0.hasPrefix("rounds:") }) {
      self = .plan
    } else if name == AuditFiles.actions || lines.contains(where: { $0.hasPrefix("actions:") }) {
      self = .actions
    } else if lines.contains(where: { $0.hasPrefix("components:") }) {
      self = .framework
    } else {
      self = .instrument
    }
  }
}
