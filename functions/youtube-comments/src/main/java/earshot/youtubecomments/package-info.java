/** Comments under our videos on YouTube, which tells nobody of them: they are asked for. */
@NullMarked
package earshot.youtubecomments;

import org.jspecify.annotations.NullMarked;
