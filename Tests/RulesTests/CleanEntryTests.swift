import Classifier
import Parsing
import Rules
import Testing

/// Entries in which a careful reader sees nothing, however odd their titles and venues are.
struct CleanEntryTests {
  @Test(arguments: [
    "- **`[ReferIS][GRES]`** \u{03B1}-CLIP: A Model. CVPR'2025. [[paper](https://arxiv.org/abs/2505.00000)] | [[code](https://github.com/Org-0/Repo_0.py)]",
    "- **`[ReferIS][GRES]`** SAM 2.1++: Better Masks. ACM TOG'2024. [[paper](https://openreview.net/forum?id=abc1)] | [[code](https://huggingface.co/org/1)] | [[project](https://x1.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** Segmenting in the U.S. with e.g. Maps and i.e. Words. IEEE Access'2025. [[paper](https://openaccess.thecvf.com/content/CVPR2025/html/X_2_CVPR_2025_paper.html)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** What Is It? A Survey of Segmentation. Nature Medicine'2025. [[paper](https://ieeexplore.ieee.org/document/13/)] | [[code](https://github.com/Org-3/Repo_3.py)]",
    "- **`[ReferIS][GRES]`** R^2-Seg: x_1 and y_2 Fusion. Information Fusion'2025. [[paper](https://doi.org/10.1109/TPAMI.2025.4)] | [[code](https://huggingface.co/org/4)] | [[project](https://x4.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** 3D-LISA: Into 3D. Int. J. Comput. Vis.'2024. [[paper](https://arxiv.org/abs/2505.00005)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** Model (Extended Version). NeurIPS'2025. [[paper](https://openreview.net/forum?id=abc6)] | [[code](https://github.com/Org-6/Repo_6.py)]",
    "- **`[ReferIS][GRES]`** Segment Anything [Technical Report]. ICCV'2025. [[paper](https://openaccess.thecvf.com/content/CVPR2025/html/X_7_CVPR_2025_paper.html)] | [[code](https://huggingface.co/org/7)] | [[project](https://x7.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** GPT-4V(ision) is a Generalist. arXiv'2025. [[paper](https://arxiv.org/abs/2505.99999)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** \"Seg\": A Quoted Title. ACMMM'2025. [[paper](https://doi.org/10.1109/TPAMI.2025.9)] | [[code](https://github.com/Org-9/Repo_9.py)]",
    "- **`[ReferIS][GRES]`** It's Ours: Don't Stop. IEEE TPAMI'2025. [[paper](https://arxiv.org/abs/2505.00010)] | [[code](https://huggingface.co/org/10)] | [[project](https://x10.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** A & B: C/D + E. ICLR'2026. [[paper](https://openreview.net/forum?id=abc11)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** COCO 2017: A Dataset. 3DV'2025. [[paper](https://openaccess.thecvf.com/content/CVPR2025/html/X_12_CVPR_2025_paper.html)] | [[code](https://github.com/Org-12/Repo_12.py)]",
    "- **`[ReferIS][GRES]`** Towards 2024 Challenges in Segmentation. Findings of ACL'2025. [[paper](https://ieeexplore.ieee.org/document/113/)] | [[code](https://huggingface.co/org/13)] | [[project](https://x13.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** Is CLIP Ideal? No. Can We Fix It? Yes!. NeurIPS D&B'2025. [[paper](https://doi.org/10.1109/TPAMI.2025.14)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** LLaVA-1.5, LLaVA-NeXT and Friends. TMLR'2025. [[paper](https://arxiv.org/abs/2505.00015)] | [[code](https://github.com/Org-15/Repo_15.py)]",
    "- **`[ReferIS][GRES]`** <SEG> Tokens Are Enough. Interspeech'2025. [[paper](https://openreview.net/forum?id=abc16)] | [[code](https://huggingface.co/org/16)] | [[project](https://x16.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** Na\u{00EF}ve Bayes f\u{00FC}r Alle. npj Digital Medicine'2025. [[paper](https://openaccess.thecvf.com/content/CVPR2025/html/X_17_CVPR_2025_paper.html)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** UniPixel \u{2013} Unified Pixel. AAAI'2025. [[paper](https://ieeexplore.ieee.org/document/118/)] | [[code](https://github.com/Org-18/Repo_18.py)]",
    "- **`[ReferIS][GRES]`** Seg-R1: Reasoning with RL @ Scale. CVPRW'2025. [[paper](https://doi.org/10.1109/TPAMI.2025.19)] | [[code](https://huggingface.co/org/19)] | [[project](https://x19.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** Mr. Seg vs. Dr. Mask. EMNLP Findings'2025. [[paper](https://arxiv.org/abs/2505.00020)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** *Star* Model. ISPRS JPRS'2025. [[paper](https://openreview.net/forum?id=abc21)] | [[code](https://github.com/Org-21/Repo_21.py)]",
    "- **`[ReferIS][GRES]`** Vision: the .NET Way. MICCAI'2025. [[paper](https://openaccess.thecvf.com/content/CVPR2025/html/X_22_CVPR_2025_paper.html)] | [[code](https://huggingface.co/org/22)] | [[project](https://x22.github.io/a_(b)/)]",
    "- **`[ReferIS][GRES]`** A Title with `code` in it. IEEE/CVF WACV'2025. [[paper](https://ieeexplore.ieee.org/document/123/)] | [[project](https://a.com/~u/p?x=1&y=2#z)]",
    "- **`[ReferIS][GRES]`** Video-LLaVA... and More. Neural Networks'2025. [[paper](https://doi.org/10.1109/TPAMI.2025.24)] | [[code](https://github.com/Org-24/Repo_24.py)]",
  ])
  func `an odd but clean entry is left alone`(_ line: String) throws {
    let report = try SampleList(.accepted(line)).report()
    #expect(report.findings.map(\.finding.message.plain) == [])
  }
}
