import Diagnostics

/// An .xlsx workbook: its sheets, and the cells of one of them as a source of CSV bytes.
struct Workbook {
  private let archive: ZipArchive
  private let index: WorkbookIndex
  private let parts: [Relationships.Target]

  /// Reads the list of sheets.
  ///
  /// - Throws: `ContainerFailure` where the archive is no workbook that can be read.
  init(_ archive: ZipArchive) throws {
    self.archive = archive
    let path = try Self.mainPart(of: archive)
    if path.lowercased().hasSuffix(".bin") { throw ContainerFailure(.binaryWorkbook) }
    guard let main = try archive.entry(path) else { throw ContainerFailure(.missingPart(path)) }
    index = WorkbookIndex()
    try XMLPart.read(main, of: archive, index)
    guard index.isWorkbook else { throw ContainerFailure(.otherOfficeFile) }
    let split = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = split.dropLast().joined(separator: "/")
    let list = (split.dropLast() + ["_rels", (split.last ?? "") + ".rels"]).joined(separator: "/")
    let relationships = Relationships(folder: folder)
    guard let entry = try archive.entry(list) else { throw ContainerFailure(.missingPart(list)) }
    try XMLPart.read(entry, of: archive, relationships)
    parts = relationships.targets
  }

  /// The cells of the sheet that is meant, and the cells with errors among them.
  ///
  /// - Parameters:
  ///   - name: What messages call the file.
  ///   - wanted: The sheets that the person named.
  ///   - limit: The most bytes that are held in memory.
  ///   - sink: Where cells with errors go.
  /// - Returns: The sheet; `nil` where a cell of it holds an error.
  /// - Throws: `ContainerFailure` where no sheet can be chosen, or it is damaged or too large.
  func read(
    as name: String, _ wanted: [String], limit: Int, reporting sink: inout DiagnosticSink
  ) throws -> FileSource? {
    let sheet = try chosenSheet(wanted)
    let place = "\(name) (\(sheet.name))"
    do {
      let reader = SheetReader(
        strings: try strings(limit: limit), numbers: try numbers(), is1904: index.is1904,
        limit: limit)
      try XMLPart.read(try entry(of: sheet), of: archive, reader)
      for cell in reader.errorCells {
        sink.error(
          .errorCell(cell.place, cell.value), at: Location(file: place, line: cell.place.row))
      }
      for _ in reader.errorCells.count..<reader.errorCount {
        sink.error(.furtherFault, at: Location(file: place))
      }
      return reader.errorCount > 0 ? nil : FileSource(sheet: place, blocks: try reader.finished())
    } catch var failure as ContainerFailure {
      failure.part = place
      throw failure
    }
  }

  private func chosenSheet(_ wanted: [String]) throws -> WorkbookIndex.Sheet {
    let sheets = index.sheets.enumerated().filter { part(of: $0.element) != nil }
    guard !sheets.isEmpty else { throw ContainerFailure(.noSheets) }
    let choice = SheetChoice(
      wanted: wanted,
      candidates: sheets.map {
        .init(
          name: $0.element.name, keys: [$0.element.name.lowercased()], number: $0.offset + 1,
          isHidden: $0.element.isHidden)
      })
    let chosen = try choice.choice { candidate in
      let probe = SheetProbe()
      let sheet = index.sheets[candidate.number - 1]
      try XMLPart.read(try entry(of: sheet), of: archive, probe)
      return probe.hasContent
    }
    return index.sheets[chosen.number - 1]
  }

  /// The worksheet behind an entry of the list; `nil` for charts and macros.
  private func part(of sheet: WorkbookIndex.Sheet) -> Relationships.Target? {
    parts.first { $0.id == sheet.relationship && $0.kind == "worksheet" }
  }

  private func entry(of sheet: WorkbookIndex.Sheet) throws -> ZipArchive.Entry {
    let path = part(of: sheet)?.path ?? sheet.name
    guard let entry = try archive.entry(path) else { throw ContainerFailure(.missingPart(path)) }
    return entry
  }

  private func strings(limit: Int) throws -> SharedStrings {
    let strings = SharedStrings(limit: limit)
    try read(kind: "sharedStrings", strings)
    return strings
  }

  private func numbers() throws -> NumberStyles {
    let numbers = NumberStyles()
    try read(kind: "styles", numbers)
    return numbers
  }

  /// Reads a part that a workbook may have; one that it names must be there.
  private func read(kind: String, _ taker: any XMLTaker) throws {
    guard let part = parts.first(where: { $0.kind == kind }) else { return }
    guard let entry = try archive.entry(part.path) else {
      throw ContainerFailure(.missingPart(part.path))
    }
    try XMLPart.read(entry, of: archive, taker)
  }

  /// The path of the part that everything else is named by.
  private static func mainPart(of archive: ZipArchive) throws -> String {
    let usual = "xl/workbook.xml"
    guard let entry = try archive.entry("_rels/.rels") else { return usual }
    let root = Relationships(folder: "")
    try XMLPart.read(entry, of: archive, root)
    return root.targets.first { $0.kind == "officeDocument" }?.path ?? usual
  }
}
