import Diagnostics

/// A CSV file, or a sheet of a workbook, whose kind, encoding, delimiter and heading line are known.
struct CSVFile {
  /// The most bytes that a file may have unless the person says else.
  static let defaultSizeLimit = 1 << 30
  /// The most bytes of a file that is converted, or that cannot be read twice.
  static let memoryLimit = 1 << 28

  let source: FileSource
  let delimiter: UInt8
  let skipping: Int
  /// What a message calls each column.
  let header: [String]
  /// The first records from the headings on, as far as a tool may describe its columns in them.
  var opening: [[String]] = []
  /// The number of the record that holds the headings, or the first of them, from 1.
  var headerRecord = 1
  /// How many records describe the columns.
  var headerRows = 1

  /// How many records stand before the first that holds data.
  private var leading: Int { headerRecord + headerRows - 1 }

  private var reader: CSVReader {
    CSVReader(source: source, delimiter: delimiter, skipping: skipping)
  }

  private var locator: RecordLocator {
    RecordLocator(source: source, delimiter: delimiter, skipping: skipping)
  }

  /// Opens a file and reads its heading line.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - options: What the person says about its encoding and size.
  ///   - headings: Finds the delimiter and the heading record in the beginning of the text, given a
  ///     delimiter that the file declares; `nil` for the first record.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when the file cannot be read as a table; `sink` then says why.
  static func open(
    _ source: FileSource, _ options: ImportOptions,
    headings: ([UInt8], UInt8?) -> (delimiter: UInt8, record: Int)? = { _, _ in nil },
    reporting sink: inout DiagnosticSink
  ) -> CSVFile? {
    if let size = source.size, size > options.sizeLimit {
      sink.error(.tooLarge(options.sizeLimit), at: Location(file: source.name))
      return nil
    }
    do {
      guard let bytes = try repeatable(source, options.sizeLimit, reporting: &sink),
        let table = try unpacked(bytes, options, reporting: &sink)
      else { return nil }
      if table.isSheet {
        let draft = CSVFile(source: table, delimiter: 0x2C, skipping: 0, header: [])
        return try draft.readingHeader(reporting: &sink)
      }
      guard let (text, mark) = try decoded(table, options.encoding, reporting: &sink) else {
        return nil
      }
      let head = Array(try text.head(65_536).dropFirst(mark))
      let (declared, length) = declaredDelimiter(head)
      let skipping = mark + length
      let sample = Array(head.dropFirst(length))
      let found = headings(sample, declared)
      let delimiter = declared ?? found?.delimiter ?? DelimiterDetection.delimiter(of: sample)
      let draft = CSVFile(
        source: text, delimiter: delimiter, skipping: skipping, header: [],
        headerRecord: found?.record ?? 1)
      return try draft.readingHeader(reporting: &sink)
    } catch {
      sink.error(.cannotRead(error), at: Location(file: source.name))
      return nil
    }
  }

  /// About how many records there are, going by the beginning of the file; 0 where nothing is known.
  ///
  /// Never more than have room in the file, whatever its beginning is like.
  var expectedRecords: Int {
    guard let size = source.size, let head = try? source.head(65_536), !head.isEmpty else {
      return 0
    }
    let lines = max(head.count { $0 == 0x0A }, head.count { $0 == 0x0D }) + 1
    let scale = Double(size) / Double(head.count) * 1.02
    return min(Int(Double(lines) * scale), size / max(1, header.count))
  }

  /// Hands each record after the heading line to `body`, numbered from 1, and `progress` now and then
  /// about the share that was read of `whole` records, where that is known.
  ///
  /// - Returns: Whether the whole file could be read; `sink` says why not.
  func forEachRecord(
    reporting sink: inout DiagnosticSink, of whole: Int = 0,
    progress: ((Double) -> Void)? = nil, _ body: (CSVRow, Int) -> Bool
  ) -> Bool {
    do {
      let stop = try reader.forEachRow { row in
        if row.record & 0x1FFF == 0, whole > 0 {
          progress?(min(1, Double(row.record) / Double(whole)))
        }
        return row.record <= leading ? true : body(row, row.record - leading)
      }
      if let stop { report(stop, to: &sink) }
      return stop == nil
    } catch {
      sink.error(.cannotRead(error), at: Location(file: source.name))
      return false
    }
  }

  /// The physical lines on which records begin, by record number.
  func lines(of records: Set<Int>) -> [Int: Int] {
    guard !records.isEmpty else { return [:] }
    let lines = locator.lines(of: Set(records.map { $0 + leading }))
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.key - leading, $0.value) })
  }

  /// The place of the heading line, which all faults of headings name.
  var headerLocation: Location {
    Location(file: source.name, line: locator.lines(of: [headerRecord])[headerRecord])
  }

  private func readingHeader(reporting sink: inout DiagnosticSink) throws -> CSVFile? {
    var opening: [[String]] = []
    let stop = try reader.forEachRow { row in
      if row.record < headerRecord { return true }
      opening.append((0..<row.count).map(row.text))
      return opening.count < Self.openingLimit
    }
    guard let header = opening.first else {
      if let stop {
        report(stop, to: &sink)
      } else {
        sink.error(.onlyBlankLines, at: Location(file: source.name))
      }
      return nil
    }
    // What is wrong further down is found when it is read.
    return CSVFile(
      source: source, delimiter: delimiter, skipping: skipping, header: header, opening: opening,
      headerRecord: headerRecord)
  }

  /// How many records may describe the columns.
  private static let openingLimit = 4

  /// The file with its columns as a tool describes them.
  func headed(by head: ExportHead) -> CSVFile {
    CSVFile(
      source: source, delimiter: delimiter, skipping: skipping,
      header: head.columns.map(\.title), opening: opening, headerRecord: headerRecord,
      headerRows: head.rows)
  }

  private func report(_ stop: CSVReader.Stop, to sink: inout DiagnosticSink) {
    switch stop {
    case .strayQuote(let offset):
      let place = locator.quote(upTo: offset)
      let note =
        "the answer begins on line \(place.fieldLine), perhaps with a mark that is not closed"
      sink.error(
        .strayQuote(heading(place)), at: location(place),
        notes: place.fieldLine < place.line ? [note] : [])
    case .unclosedQuote:
      let place = locator.openQuote()
      sink.error(.unclosedQuote(heading(place)), at: location(place))
    case .fieldTooLong:
      let (place, isQuoted) = locator.longField(CSVReader.fieldLimit)
      let heading = heading(place)
      sink.error(isQuoted ? .longQuote(heading) : .fieldTooLong(heading), at: location(place))
    case .tooManyColumns(let record):
      let line = locator.lines(of: [record])[record]
      sink.error(.tooManyColumns, at: Location(file: source.name, line: line))
    case .notUTF8(let offset):
      sink.error(.notUTF8, at: location(locator.place(of: offset)))
    case .nul(let offset):
      sink.error(.notText, at: location(locator.place(of: offset)))
    case .outOfMemory:
      sink.error(.outOfMemory, at: Location(file: source.name))
    }
  }

  private func heading(_ place: RecordLocator.Place) -> String? {
    header.indices.contains(place.field - 1) ? header[place.field - 1] : nil
  }

  private func location(_ place: RecordLocator.Place) -> Location {
    Location(file: source.name, line: place.line, column: place.column)
  }
}

extension CSVFile {
  /// A file that can be read several times: what comes through a pipe is kept in memory.
  private static func repeatable(
    _ source: FileSource, _ limit: Int, reporting sink: inout DiagnosticSink
  ) throws -> FileSource? {
    guard source.isStream else { return source }
    let limit = min(limit, memoryLimit)
    guard let bytes = try source.bytes(atMost: limit) else {
      sink.error(.tooLargeToHold(limit), at: Location(file: source.name))
      return nil
    }
    return FileSource(name: source.name, bytes: bytes)
  }

  /// The table inside a workbook or an archive; any other file as it is.
  private static func unpacked(
    _ source: FileSource, _ options: ImportOptions, reporting sink: inout DiagnosticSink
  ) throws -> FileSource? {
    guard FileKind(head: try source.head(512)) == .zip else { return source }
    return try Container.table(in: source, options, reporting: &sink)
  }

  /// The file as UTF-8, and how many bytes of it are a byte-order mark.
  private static func decoded(
    _ source: FileSource, _ encoding: TextEncoding, reporting sink: inout DiagnosticSink
  ) throws -> (FileSource, Int)? {
    let place = Location(file: source.name)
    switch FileKind(head: try source.head(512)) {
    case .empty:
      sink.error(.emptyFile, at: place)
    case .foreign(let kind):
      sink.error(.foreignFile(kind), at: place)
    case .zip:
      sink.error(.foreignFile("a zip archive inside another"), at: place)
    case .compound:
      let kind = try Container.compoundKind(of: source)
      sink.error(kind, at: place)
    case .text(let mark):
      guard mark == 0, encoding == .windows1252 else { return (source, mark) }
      return try converted(source, reporting: &sink, or: .notWindows1252) {
        TextEncoding.utf8(fromWindows1252: $0)
      }
    case .utf16(let bigEndian):
      return try converted(source, reporting: &sink, or: .brokenUTF16) {
        TextEncoding.utf8(fromUTF16: $0.dropFirst(2), bigEndian: bigEndian)
      }
    }
    return nil
  }

  private static func converted(
    _ source: FileSource, reporting sink: inout DiagnosticSink, or fault: Diagnostic.Message,
    _ convert: ([UInt8]) -> [UInt8]?
  ) throws -> (FileSource, Int)? {
    guard let bytes = try source.bytes(atMost: memoryLimit) else {
      sink.error(.tooLargeToHold(memoryLimit), at: Location(file: source.name))
      return nil
    }
    guard let text = convert(bytes) else {
      sink.error(fault, at: Location(file: source.name))
      return nil
    }
    return (FileSource(name: source.name, bytes: text), 0)
  }

  /// The delimiter of a first line `sep=;`, as Excel writes it, and the length of that line.
  private static func declaredDelimiter(_ head: [UInt8]) -> (UInt8?, Int) {
    guard head.count > 5, String(decoding: head.prefix(4), as: UTF8.self).lowercased() == "sep=",
      head[4] == 0x09 || (0x21..<0x7F).contains(head[4]), head[4] != 0x22
    else { return (nil, 0) }
    var length = 5
    while length < head.count, head[length] == 0x0D || head[length] == 0x0A { length += 1 }
    return length > 5 ? (head[4], length) : (nil, 0)
  }
}
