import Diagnostics
import Foundation
import FoundationXML

/// What takes in the elements of a part of a workbook, in their order.
///
/// Names come without their prefix. What is thrown ends the reading.
protocol XMLTaker: AnyObject {
  func begin(_ element: String, _ attributes: [String: String]) throws
  func take(_ text: String) throws
  func end(_ element: String) throws
}

/// Thrown by a taker that has what it wants.
struct EnoughRead: Error {}

/// Reads a part of a workbook block by block; entities and document types are refused.
final class XMLPart: NSObject, XMLParserDelegate {
  private let taker: any XMLTaker
  private var failure: (any Error)?
  private var isSound = true
  /// How many elements are open, and whether there was any: the parser says nothing of an end that
  /// comes too early.
  private var depth = 0
  private var hasRoot = false

  private init(_ taker: any XMLTaker) { self.taker = taker }

  /// Hands all elements of an entry to a taker.
  ///
  /// - Throws: `ContainerFailure` where the entry or its XML is broken; what the taker throws.
  static func read(_ entry: ZipArchive.Entry, of archive: ZipArchive, _ taker: any XMLTaker) throws
  {
    let stream = EntryStream(try archive.open(entry), of: entry.name)
    try stream.readProlog()
    let parser = XMLParser(stream: stream)
    parser.shouldResolveExternalEntities = false
    let part = XMLPart(taker)
    parser.delegate = part
    let isParsed = parser.parse()
    if let failure = part.failure ?? stream.failure {
      if failure is EnoughRead { return }
      throw failure
    }
    guard isParsed, part.isSound, part.hasRoot, part.depth == 0 else {
      throw ContainerFailure(.brokenXML(entry.name))
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    hasRoot = true
    attempt(parser) { try taker.begin(Self.localName(element), attributes) }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
    attempt(parser) { try taker.end(Self.localName(element)) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    attempt(parser) { try taker.take(text) }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    attempt(parser) { try taker.take(String(decoding: block, as: UTF8.self)) }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    // Prefixes are left out, so that it does not matter whether they were declared (201 to 205).
    if !(201...205).contains((error as NSError).code) { isSound = false }
  }

  private func attempt(_ parser: XMLParser, _ step: () throws -> Void) {
    guard failure == nil else { return }
    do {
      try step()
    } catch {
      failure = error
      parser.abortParsing()
    }
  }

  private static func localName(_ name: String) -> String {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }
}

/// An entry of an archive as the stream that the parser reads from.
///
/// Only strict UTF-8 gets through: the parser falls over names of elements that are not.
private final class EntryStream: InputStream {
  private let entry: ZipEntryReader
  private let name: String
  private var validator = UTF8Validator()
  /// What stood before the root element and was looked at already.
  private var ahead: [UInt8] = []
  private var isAtEnd = false
  private(set) var failure: (any Error)?

  init(_ entry: ZipEntryReader, of name: String) {
    (self.entry, self.name) = (entry, name)
    super.init(data: Data())
  }

  /// Looks at what stands before the root element.
  ///
  /// - Throws: `ContainerFailure` where there is anything but the declaration of an encoding
  ///   without surprises, comments and instructions.
  func readProlog() throws {
    ahead = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      while count < buffer.count {
        let more = try entry.read(into: start + count, buffer.count - count)
        guard more > 0 else { break }
        count += more
      }
    }
    guard XMLProlog(ahead).isPlain else { throw ContainerFailure(.strangeXML(name)) }
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { !isAtEnd }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    do {
      let count = try take(into: buffer, length)
      isAtEnd = count == 0
      let block = UnsafeBufferPointer(start: buffer, count: count)
      let fault = isAtEnd ? validator.faultAtEnd : validator.firstFault(in: block, at: 0)
      if fault != nil { throw ContainerFailure(.brokenXML(name)) }
      return count
    } catch {
      // The parser takes an end badly that is none; the failure is looked at when it returns.
      failure = error
      isAtEnd = true
      return 0
    }
  }
  private func take(into buffer: UnsafeMutablePointer<UInt8>, _ length: Int) throws -> Int {
    guard !ahead.isEmpty else { return try entry.read(into: buffer, length) }
    let count = min(length, ahead.count)
    buffer.update(from: ahead, count: count)
    ahead.removeFirst(count)
    return count
  }
}
