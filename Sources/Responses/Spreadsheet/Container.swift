import Diagnostics

/// A file that others are packed in: an .xlsx workbook, or a zip archive with a CSV file.
enum Container {
  /// The table inside a zip archive.
  ///
  /// - Parameters:
  ///   - source: The archive, which can be read more than once.
  ///   - options: What the person says about sheets and sizes.
  ///   - sink: Where faults go.
  /// - Returns: The sheet or the file that is meant, held in memory; `nil` where there is a fault.
  /// - Throws: `FileSource.Failure` where the file cannot be read.
  static func table(
    in source: FileSource, _ options: ImportOptions, reporting sink: inout DiagnosticSink
  ) throws -> FileSource? {
    let limit = min(options.sizeLimit, CSVFile.memoryLimit)
    do {
      let archive = try ZipArchive(source, limit: options.sizeLimit)
      if try archive.entry("xl/workbook.xml") != nil || archive.entry("_rels/.rels") != nil {
        let workbook = try Workbook(archive)
        return try workbook.read(
          as: source.name, options.sheets, limit: limit, reporting: &sink)
      }
      return try text(in: archive, of: source.name, options.sheets, limit: limit)
    } catch let failure as ContainerFailure {
      sink.error(
        failure.message, at: Location(file: failure.part ?? source.name, line: failure.row))
    } catch SheetText.Trouble.tooLargeToHold(let limit) {
      sink.error(.sheetTooLargeToHold(limit), at: Location(file: source.name))
    }
    return nil
  }

  /// What a file of the older binary form of Microsoft Office is, which a password leads to as well.
  static func compoundKind(of source: FileSource) throws -> Diagnostic.Message {
    let mark = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var tail: [UInt8] = []
    var isEncrypted = false
    try source.forEachBlock { block in
      tail.append(contentsOf: block)
      isEncrypted = tail.indices.contains { start in
        tail[start] == mark[0] && tail[start...].starts(with: mark)
      }
      tail.removeFirst(max(0, tail.count - mark.count))
      return !isEncrypted
    }
    return isEncrypted ? .encryptedWorkbook : .oldWorkbook
  }

  private static func text(
    in archive: ZipArchive, of name: String, _ wanted: [String], limit: Int
  ) throws -> FileSource {
    if try archive.entry("mimetype") != nil, try archive.entry("content.xml") != nil {
      throw ContainerFailure(.openDocument)
    }
    let files = archive.entries.filter { !isLitter($0.name) }
    let texts = files.filter { file in
      [".csv", ".tsv", ".txt"].contains { file.name.lowercased().hasSuffix($0) }
    }
    guard !texts.isEmpty else {
      let holdsWorkbook = files.contains { $0.name.lowercased().hasSuffix(".xlsx") }
      throw ContainerFailure(holdsWorkbook ? .packedWorkbook : .noTextInside)
    }
    let choice = SheetChoice(
      wanted: wanted,
      candidates: texts.enumerated().map {
        .init(
          name: $0.element.name, keys: keys(of: $0.element.name), number: $0.offset + 1,
          isHidden: false)
      })
    let chosen = try choice.choice { _ in true }.number - 1
    guard let entry = try archive.entry(texts[chosen].name) else {
      throw ContainerFailure(.noTextInside)
    }
    guard let blocks = try archive.open(entry).blocks(atMost: limit) else {
      throw SheetText.Trouble.tooLargeToHold(limit)
    }
    return FileSource(name: "\(name)/\(entry.name)", blocks: blocks)
  }

  /// A file by its path, by its name, and by its name without what follows the last point.
  private static func keys(of path: String) -> [String] {
    let path = path.lowercased()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return [path, name, stem]
  }

  /// Whether an entry is a folder, or one of the files that a Mac adds.
  private static func isLitter(_ name: String) -> Bool {
    let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last.isEmpty || last.hasPrefix(".") || name.hasPrefix("__MACOSX/")
  }
}
