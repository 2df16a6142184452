/** Tests of the comments under our videos on YouTube. */
@NullMarked
package earshot.youtubecomments;

import org.jspecify.annotations.NullMarked;
