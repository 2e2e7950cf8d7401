/// A contribution to the sample list as they come: papers added with honest mistakes, one that is
/// right, and an update that is right, too.
enum SampleContribution {
  /// Returns the list with the contribution made.
  static func contributed(to list: String) -> String {
    list.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let line = String(line)
      if line.contains("] PaliGemma 2:") || line.hasPrefix("- PaliGemma 2:") {
        return [line] + capabilities
      }
      if line.contains("** Sa2VA:") { return [line] + models }
      if line.contains("** Text4Seg:") {
        return [
          line.replacingFirst("**`[ReferIS][GRES]`**", with: "**`[ReferIS][GRES][ReferIS]`**")
        ]
      }
      if line.hasPrefix("- GeoPix:") {
        return [line.replacingFirst("arXiv'2025", with: "GRSM'2025")]
      }
      return [line]
    }
    .joined(separator: "\n")
  }

  /// For "MLLM with Segmentation Capability": tags where there are none, and a venue of another list.
  private static let capabilities = [
    "- **`[ReferIS]`** HiMTok: Learning Hierarchical Mask Tokens for Image Segmentation with Large Multimodal Model, ICCV 2025. [[Paper](https://arxiv.org/abs/2503.13026)] | [[code](https://github.com/yayafengzi/LMM-HiMTok)]"
  ]

  /// For "Segmentation Model with LLM/MLLM": a full stop and a separator lost, an address with
  /// `www.`, a tag misspelt, a bracket lost, and one that is right.
  private static let models = [
    "- **`[ReferIS][ReasonIS]`** Seg-Zero: Reasoning-Chain Guided Segmentation via Cognitive Reinforcement. arXiv'2025 [[paper](https://www.arxiv.org/abs/2503.06520)] [[code](https://github.com/dvlab-research/Seg-Zero)]",
    "- **`[ReferIS][ReasnIS]`** READ: Reasoning to Attend: Try to Understand How <SEG> Token Works. CVPR'2025. [[paper](https://arxiv.org/pdf/2412.17741v4)] | [[code](https://github.com/rui-qian/READ)",
    "- **`[ReferIS][GRES]`** DeRIS: Decoupling Perception and Cognition for Enhanced Referring Image Segmentation. ICCV'2025. [[paper](https://arxiv.org/abs/2507.01738)] | [[code](https://github.com/Dmmm1997/DeRIS)]",
    "- **`[ReferIS]`** EVF-SAM: Early Vision-Language Fusion for Text-Prompted Segment Anything Model. arXiv'2025. [[paper](https://arxiv.org/abs/2406.20076)] | [[code](https://github.com/hustvl/EVF-SAM)]",
  ]
}

extension String {
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
