import CLibZip
import Foundation
import Testing

@testable import exports

extension ZipWriter {
  /// An archive of really packed entries, as libzip writes it.
  static func packed(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE, &code))
    var copies: [UnsafeMutableRawBufferPointer] = []
    defer { copies.forEach { $0.deallocate() } }
    for (name, bytes) in files {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      copy.copyBytes(from: bytes)
      copies.append(copy)
      let source = try #require(zip_source_buffer(archive, copy.baseAddress, UInt64(copy.count), 0))
      #expect(zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) >= 0)
    }
    #expect(zip_close(archive) == 0)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
