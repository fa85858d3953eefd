import Foundation
import Testing

/// Every input that is kept goes through its reader without a finding, as the fuzzer would run it.
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  @Test(arguments: FuzzTarget.allCases)
  func `every kept input of a reader is taken in without a finding`(_ target: FuzzTarget) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(files.count >= 3, "a fuzzer without seeds finds little")
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.run(bytes) }
    }
  }

  @Test func `each folder of inputs belongs to a reader, and all of them are small`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(folders) == Set(FuzzTarget.allCases.map(\.rawValue)))
    var total = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: Self.folder.appending(path: path).path)
      total += attributes[.size] as? Int ?? 0
    }
    #expect(total < 1 << 20)
  }
}
