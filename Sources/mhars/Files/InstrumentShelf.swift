import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Responses

/// Finds instruments and framework packs: by path, or by id on the shelves.
struct InstrumentShelf {
  /// The folders that are searched, in order.
  let folders: [String]

  /// The folder of `MHARS_INSTRUMENTS`, then the one that came with the program.
  ///
  /// In an audit its own folder `instruments` comes first; `audit` is where the plan stands, empty
  /// for the current folder.
  init(audit: String? = nil) {
    var folders: [String] = []
    if let audit { folders.append((audit as NSString).appendingPathComponent("instruments")) }
    if let own = ProcessInfo.processInfo.environment["MHARS_INSTRUMENTS"], !own.isEmpty {
      folders.append(own)
    }
    if let shipped = Self.shippedFolder() { folders.append(shipped) }
    self.folders = folders
  }

  /// Reads an instrument by id or path; faults go to the console.
  ///
  /// Practices are checked where frameworks are given.
  func instrument(
    _ name: String, frameworks: [Framework]? = nil, _ console: inout Console
  ) -> Instrument? {
    definition(name, frameworks: frameworks, &console)?.instrument
  }

  /// Reads an instrument by id or path, with the bytes of its file.
  func definition(
    _ name: String, frameworks: [Framework]? = nil, _ console: inout Console
  ) -> (instrument: Instrument, bytes: [UInt8])? {
    guard let path = path(of: name, in: "", kind: "instrument", &console),
      let bytes = read(path, &console)
    else { return nil }
    let reader = InstrumentReader(frameworks: frameworks, keys: keys)
    let instrument = reader.read(
      bytes, file: path, isShelved: isShelved(path), into: &console.sink)
    // What is kept must be readable without the shelf.
    return instrument.map { ($0, reader.selfContained(bytes, $0)) }
  }

  /// Finds the keys that instruments take over.
  var keys: InstrumentReader.Keys {
    { id in
      guard let path = files(in: Self.keyFolder).first(where: { Self.id(of: $0) == id }) else {
        return nil
      }
      var sink = DiagnosticSink()
      return FileSource(path: path).bytes(atMost: 1 << 22, reporting: &sink)
        .map { (bytes: $0, file: path) }
    }
  }

  /// The folder of published keys on a shelf.
  static let keyFolder = "keys"

  /// The folder of records on a shelf: what is seen, counted and said.
  static let recordFolder = "records"

  /// All instruments on the shelves: questionnaires, records, keys.
  var instrumentFiles: [String] {
    files(in: "") + files(in: Self.recordFolder) + files(in: Self.keyFolder)
  }

  /// Whether a plan that names an instrument by id or path means the one of an id.
  static func means(_ name: String, _ id: String) -> Bool {
    name == id || (AuditPlan.Round.isPath(name) && Self.id(of: name) == id)
  }

  /// Reads a framework pack by id or path; faults go to the console.
  func framework(_ name: String, _ console: inout Console) -> Framework? {
    guard let path = path(of: name, in: "frameworks", kind: "framework pack", &console),
      let bytes = read(path, &console)
    else { return nil }
    return FrameworkReader(packs: packs).read(
      bytes, file: path, isShelved: isShelved(path), into: &console.sink)
  }

  /// Finds the packs with practices of their own, over which crosswalks are made.
  var packs: FrameworkReader.Packs {
    { id in
      guard let path = files(in: "frameworks").first(where: { Self.id(of: $0) == id }) else {
        return nil
      }
      var sink = DiagnosticSink()
      return FileSource(path: path).bytes(atMost: 1 << 22, reporting: &sink)
        .flatMap { FrameworkReader().read($0, file: path, into: &sink) }
    }
  }

  /// All packs on the shelves, those that read without faults.
  func frameworks() -> [Framework] {
    var console = Console()
    return files(in: "frameworks").compactMap { framework($0, &console) }
  }

  /// The YAML files of a folder of the shelves, the first of each name.
  func files(in folder: String) -> [String] {
    var names: Set<String> = []
    return folders.flatMap { shelf -> [String] in
      let path = folder.isEmpty ? shelf : shelf + "/" + folder
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return entries.sorted().filter { $0.hasSuffix(".yaml") && names.insert($0).inserted }
        .map { path + "/" + $0 }
    }
  }

  /// Whether a file stands where its name must be its id.
  func isShelved(_ path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    return ["Instruments", "instruments", "frameworks", Self.recordFolder, Self.keyFolder].contains(
      (folder as NSString).lastPathComponent)
  }

  /// The bytes of a YAML file, its lines kept for messages.
  func read(_ path: String, _ console: inout Console) -> [UInt8]? {
    guard
      let bytes = FileSource(path: path).bytes(atMost: 1 << 22, reporting: &console.sink)
    else { return nil }
    // A line of an export that was named by mistake would show people's answers.
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      console.show(String(decoding: bytes, as: UTF8.self), of: path)
    }
    return bytes
  }

  /// The path of an instrument by id or path; a name that leads nowhere goes to the console.
  func path(ofInstrumentNamed name: String, _ console: inout Console) -> String? {
    path(of: name, in: "", kind: "instrument", &console)
  }

  private func path(
    of name: String, in folder: String, kind: String, _ console: inout Console
  ) -> String? {
    let known = folder.isEmpty ? instrumentFiles : files(in: folder)
    // `keys/swemwbs` is a key of a shelf, unless there is a file of that name.
    let isShelvedKey =
      name.hasPrefix(Self.keyFolder + "/") && !name.hasSuffix(".yaml") && !name.hasSuffix(".yml")
    if isShelvedKey, let path = known.first(where: { $0.hasSuffix("/" + name + ".yaml") }) {
      return path
    }
    if AuditPlan.Round.isPath(name) { return name }
    if let path = known.first(where: { Self.id(of: $0) == name }) { return path }
    let ids = known.map(Self.id)
    let remedy =
      ids.isEmpty
      ? "none is on the shelves: set MHARS_INSTRUMENTS, or give a path"
      : NearestName.remedy(for: name, among: ids, lead: "known are")
    console.sink.error(.unknownOnShelf(kind, remedy), at: Location(file: name))
    return nil
  }

  /// The path of an instrument by its id; `nil` where no shelf has it.
  func path(ofInstrument id: String) -> String? {
    instrumentFiles.first { Self.id(of: $0) == id }
  }

  /// The id that a file on a shelf bears.
  static func id(of path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  /// The `Instruments` folder beside the program, in its share folder, or in the checkout above.
  private static func shippedFolder() -> String? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    var places = [folder.appendingPathComponent("../share/mhars/Instruments").path]
    while folder.path != "/" {
      places.append(folder.appendingPathComponent("Instruments").path)
      folder = folder.deletingLastPathComponent()
    }
    return places.first { FileManager.default.fileExists(atPath: $0 + "/frameworks") }
  }
}

extension Diagnostic.Message {
  static func unknownOnShelf(_ kind: String, _ remedy: String) -> Self {
    Self(
      id: "unknown-\(kind.replacing(" ", with: "-"))", "there is no \(kind) of this id; \(remedy)")
  }
}
