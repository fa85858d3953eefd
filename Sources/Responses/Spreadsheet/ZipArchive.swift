import CLibZip
import Diagnostics

/// A zip archive whose headers are not trusted: what is inflated is counted as it comes.
///
/// Nothing is ever written to disk, so that names of entries lead nowhere.
final class ZipArchive {
  /// The most entries that are looked at; workbooks of schools have some dozens.
  static let entryLimit = 10_000
  /// The most bytes that a byte of the archive may inflate to on average.
  static let ratioLimit = 400
  /// How many inflated bytes there must be before the ratio is looked at.
  static let leastForRatio = 1 << 24

  /// One file of the archive.
  struct Entry {
    let index: UInt64
    /// The path inside the archive, with `/` between and none in front.
    let name: String
  }

  let entries: [Entry]
  private let archive: OpaquePointer
  /// The archive itself where it was in memory; libzip reads from it until it is closed.
  private let copy: UnsafeMutableRawBufferPointer?
  private let packed: Int
  private let limit: Int
  private var inflated = 0

  /// Opens an archive that can be read at any place.
  ///
  /// - Parameters:
  ///   - source: A file, or bytes in memory.
  ///   - limit: The most bytes that may be inflated from it in all.
  /// - Throws: `ContainerFailure` where it is damaged or hostile, `FileSource.Failure` where it
  ///   cannot be read.
  init(_ source: FileSource, limit: Int) throws {
    guard try ZipDirectory.claimedEntries(of: source) <= Self.entryLimit else {
      throw ContainerFailure(.tooManyEntries(Self.entryLimit))
    }
    packed = try source.byteCount()
    self.limit = limit
    let held = try Self.held(source)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let bytes =
      held.map { zip_source_buffer_create($0.baseAddress, UInt64($0.count), 0, &error) }
      ?? source.path.flatMap { zip_source_file_create($0, 0, -1, &error) }
    guard let bytes else {
      held?.deallocate()
      throw ContainerFailure(.damagedArchive)
    }
    guard let archive = zip_open_from_source(bytes, ZIP_RDONLY, &error) else {
      zip_source_free(bytes)
      held?.deallocate()
      throw ContainerFailure(.damagedArchive)
    }
    copy = held
    self.archive = archive
    entries = Self.entries(of: archive)
  }

  deinit {
    zip_discard(archive)
    copy?.deallocate()
  }

  /// The entry of a name, upper and lower case aside, as the names of parts are compared.
  ///
  /// - Throws: `ContainerFailure` where two entries bear it: which one counts would be a guess.
  func entry(_ name: String) throws -> Entry? {
    let key = name.lowercased()
    let found = entries.filter { $0.name.lowercased() == key }
    guard found.count < 2 else { throw ContainerFailure(.entryTwice(name)) }
    return found.first
  }

  /// The bytes of an entry, to be inflated block by block.
  func open(_ entry: Entry) throws -> ZipEntryReader {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, entry.index, 0, &status) == 0 else {
      throw ContainerFailure(.damagedEntry(entry.name))
    }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != 0 {
      throw ContainerFailure(.encryptedArchive)
    }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      let code = zip_error_code_zip(zip_get_error(archive))
      throw ContainerFailure(
        code == ZIP_ER_COMPNOTSUPP ? .unknownPacking(entry.name) : .damagedEntry(entry.name))
    }
    return ZipEntryReader(file, of: self, named: entry.name)
  }

  /// Takes note of bytes that were inflated.
  ///
  /// - Throws: `ContainerFailure` once there are more than a sheet could hold.
  fileprivate func count(_ bytes: Int) throws {
    inflated += bytes
    if inflated > Self.leastForRatio, inflated / Self.ratioLimit > packed {
      throw ContainerFailure(.zipBomb)
    }
    guard inflated <= limit else { throw ContainerFailure(.inflatesTooFar(limit)) }
  }

  private static func entries(of archive: OpaquePointer) -> [Entry] {
    let count = max(0, zip_get_num_entries(archive, 0))
    return (0..<UInt64(min(count, Int64(entryLimit)))).compactMap { index in
      guard let name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS) else { return nil }
      let path = String(cString: name).replacing("\\", with: "/")
      return Entry(index: index, name: String(path.drop { $0 == "/" }))
    }
  }

  private static func held(_ source: FileSource) throws -> UnsafeMutableRawBufferPointer? {
    guard source.path == nil, let bytes = try source.bytes(atMost: CSVFile.memoryLimit) else {
      return nil
    }
    let held = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    held.copyBytes(from: bytes)
    return held
  }
}

/// The bytes of one entry of an archive, in order.
final class ZipEntryReader {
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let name: String

  fileprivate init(_ file: OpaquePointer, of archive: ZipArchive, named name: String) {
    self.file = file
    self.archive = archive
    self.name = name
  }

  deinit { zip_fclose(file) }

  /// Fills a buffer as far as there are bytes.
  ///
  /// - Returns: How many came; 0 at the end, where the check sum has been found right.
  /// - Throws: `ContainerFailure` where the entry is damaged or inflates too far.
  func read(into buffer: UnsafeMutablePointer<UInt8>, _ size: Int) throws -> Int {
    let count = Int(zip_fread(file, buffer, UInt64(size)))
    guard count >= 0 else { throw ContainerFailure(.damagedEntry(name)) }
    try archive.count(count)
    return count
  }

  /// All bytes in blocks, or `nil` when there are more than `limit`.
  func blocks(atMost limit: Int) throws -> [[UInt8]]? {
    var blocks: [[UInt8]] = []
    var total = 0
    while true {
      let block = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        count = try read(into: start, buffer.count)
      }
      if block.isEmpty { return blocks }
      total += block.count
      guard total <= limit else { return nil }
      blocks.append(block)
    }
  }
}
